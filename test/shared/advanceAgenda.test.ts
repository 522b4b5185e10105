import { expect, test } from 'vitest'
import { asItem } from './ids.ts'
import { advance, current, goBack, liveMeeting, minutes, openMeeting } from './openMeeting.ts'

test('when the facilitator advances, the room is on the next item with a fresh clock', () => {
  const room = liveMeeting()
  expect(room.send('fay', advance(room))).toBe('done')
  expect(current(room)).toBe('impact')
  expect(room.remaining()).toBe(minutes(5))
})

test('a second press on Next that saw the same item does not skip one', () => {
  const room = liveMeeting()
  const pressed = advance(room)
  room.send('fay', pressed)
  expect(room.send('fay', pressed)).toBe('agendaMovedOn')
  expect(current(room)).toBe('impact')
})

test('Next steps over skipped items, and so does Back', () => {
  const room = liveMeeting()
  room.send('fay', { type: 'skipAgendaItem', itemId: asItem('impact') })
  room.send('fay', advance(room))
  expect(current(room)).toBe('timeline')
  room.send('fay', goBack(room))
  expect(current(room)).toBe('tone')
})

test('after the last item there is no next, before the first no previous', () => {
  const room = liveMeeting()
  expect(room.send('fay', goBack(room))).toBe('firstAgendaItem')
  for (let step = 1; step < 8; step++) expect(room.send('fay', advance(room))).toBe('done')
  expect(current(room)).toBe('close')
  expect(room.send('fay', advance(room))).toBe('lastAgendaItem')
})

test('the item the room is on cannot be skipped', () => {
  const room = liveMeeting()
  expect(room.send('fay', { type: 'skipAgendaItem', itemId: current(room) })).toBe('currentAgendaItem')
})

test('an added item and a moved item are where they were put', () => {
  const room = liveMeeting()
  const legal = asItem('legal')
  const added = { type: 'addAgendaItem', itemId: legal, title: 'Legal', plannedMinutes: 5 } as const
  expect(room.send('fay', { ...added, afterItemId: current(room) })).toBe('done')
  expect(room.send('fay', { ...added, afterItemId: null })).toBe('agendaItemExists')
  expect(room.send('fay', { ...added, itemId: asItem('x'), afterItemId: asItem('gone') })).toBe(
    'noSuchAgendaItem',
  )
  room.send('fay', { type: 'moveAgendaItem', itemId: asItem('close'), afterItemId: current(room) })
  expect(
    room
      .sees()
      .agenda.slice(0, 3)
      .map((item) => item.id),
  ).toEqual(['tone', 'close', 'legal'])
  room.send('fay', { type: 'moveAgendaItem', itemId: legal, afterItemId: null })
  expect(room.sees().agenda[0]?.id).toBe('legal')
})

test('an agenda holds forty items', () => {
  const room = openMeeting()
  room.join('fay')
  const add = (number: number) =>
    room.send('fay', {
      type: 'addAgendaItem',
      itemId: asItem(`item${number}`),
      title: 'More',
      plannedMinutes: 1,
      afterItemId: null,
    })
  for (let number = 1; number <= 40; number++) expect(add(number)).toBe('done')
  expect(add(41)).toBe('agendaIsFull')
})

test('an empty agenda cannot start, a started meeting cannot start again or change its template', () => {
  const room = openMeeting()
  room.join('fay')
  expect(room.send('fay', { type: 'startMeeting' })).toBe('agendaIsEmpty')
  room.send('fay', { type: 'chooseAgenda', template: '30' })
  expect(room.send('fay', advance(room))).toBe('meetingNotStarted')
  expect(room.send('fay', { type: 'endMeeting' })).toBe('meetingNotStarted')
  room.send('fay', { type: 'startMeeting' })
  expect(room.send('fay', { type: 'startMeeting' })).toBe('meetingAlreadyStarted')
  expect(room.send('fay', { type: 'chooseAgenda', template: '90' })).toBe('meetingAlreadyStarted')
})

test('a new item starts with its own question and nobody ready', () => {
  const room = liveMeeting()
  room.send('fay', { type: 'setPrompt', prompt: 'What surprised you?' })
  expect(room.send('sam', { type: 'setReady', itemId: current(room), ready: true })).toBe('done')
  expect(room.send('sam', { type: 'setReady', itemId: asItem('close'), ready: true })).toBe('agendaMovedOn')
  expect(room.sees()).toMatchObject({ prompt: 'What surprised you?', ready: ['sam'] })
  room.send('fay', advance(room))
  expect(room.sees()).toMatchObject({ prompt: null, ready: [] })
})

test('after the end every command but reopening is refused', () => {
  const room = liveMeeting()
  expect(room.send('fay', { type: 'reopenMeeting' })).toBe('meetingNotEnded')
  room.send('fay', { type: 'endMeeting' })
  expect(room.send('fay', advance(room))).toBe('meetingEnded')
  expect(room.send('fay', { type: 'startMeeting' })).toBe('meetingEnded')
  expect(room.send('sam', { type: 'raiseHand', kind: 'clarify', note: '' })).toBe('meetingEnded')
  expect(room.send('fay', { type: 'reopenMeeting' })).toBe('done')
  expect(current(room)).toBe('tone')
})
