import { expect, test } from 'vitest'
import { presence } from '../../shared/wire/presence.ts'

const person = { personId: 'sam', name: 'Sam', colour: 3 }
const fits = (value: unknown) => presence.safeParse(value).success

test.each([
  ['who is there and does nothing', { person }],
  ['who is at a card', { person, editing: { in: 'card', id: 'c1' } }],
  ['who is at a timeline event', { person, editing: { in: 'timelineEvent', id: 'e1' } }],
  ['who is at an action', { person, editing: { in: 'action', id: 'a1' } }],
  ['who is at the notes of an agenda item', { person, editing: { in: 'notes', id: 'timeline' } }],
  [
    'whose caret stands in a text',
    { person, editing: null, caret: { position: { tname: 'x' }, movedAt: 5 } },
  ],
  ['who is at the summary', { person, editing: { in: 'prose', id: 'summary' } }],
  ['who drags a card', { person, dragging: 'c1' }],
  ['who has let it go', { person, dragging: null, caret: null }],
])('presence says %s', (_what, value) => {
  expect(fits(value)).toBe(true)
})

test.each([
  ['nobody', { editing: { in: 'card', id: 'c1' } }],
  ['a person without a name', { person: { personId: 'sam', colour: 3 } }],
  ['an id that is markup', { person: { ...person, personId: '<b>' } }],
  ['a colour we do not have', { person: { ...person, colour: 9 } }],
  ['a colour that is CSS', { person: { ...person, colour: 'url(//x)' } }],
  ['a place we do not have', { person, editing: { in: 'bathroom', id: 'x' } }],
  ['a text of the report that we do not have', { person, editing: { in: 'prose', id: 'cards' } }],
  ['a place without id', { person, editing: { in: 'card' } }],
  ['a caret without time', { person, caret: { position: 1 } }],
  ['a card id that is no id', { person, dragging: '../x' }],
  ['no object at all', 'sam'],
])('presence of %s is refused', (_what, value) => {
  expect(fits(value)).toBe(false)
})
