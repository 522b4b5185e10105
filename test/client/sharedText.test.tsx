import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoundField, bindTextField } from '../../client/room/bindTextField.ts'
import { SharedTextField } from '../../client/room/SharedTextField.tsx'
import { type TextDelta, typeIntoChanged } from '../../client/room/typedMeanwhile.ts'
import { addCard, cardTextOf } from '../../shared/content/cards.ts'
import type { CardId } from '../../shared/ids.ts'
import type { PresencePlace } from '../../shared/wire/presence.ts'
import { givenRoom, InRoom, maren, tomas } from '../harness/givenRoom.tsx'

const origin = { by: 'person', personId: 'maren' } as const
const theirs = { by: 'person', personId: 'tomas' } as const

function sharedBy(text: string) {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs[0].getText('t').insert(0, text)
  Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]))
  docs.forEach((doc, mine) => {
    doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== 'wire') Y.applyUpdate(docs[1 - mine] ?? doc, update, 'wire')
    })
  })
  return docs.map((doc) => doc.getText('t')) as [Y.Text, Y.Text]
}

const opened: (() => void)[] = []
afterEach(() => {
  cleanup()
  for (const close of opened.splice(0)) close()
})

function fieldOn(text: Y.Text): BoundField {
  const field = document.createElement('textarea')
  document.body.append(field)
  const unbind = bindTextField(field, text, origin, { onValue: () => {} })
  opened.push(() => {
    unbind()
    field.remove()
  })
  return field
}

function type(field: BoundField, letters: string, at = field.selectionStart ?? 0) {
  field.value = field.value.slice(0, at) + letters + field.value.slice(at)
  field.setSelectionRange(at + letters.length, at + letters.length)
  field.dispatchEvent(new Event('input'))
}

describe('two people in one text', () => {
  test('each sees what the other types, and both keep their words', () => {
    const [mine, other] = sharedBy('CPU stayed near 31 %')
    const [field, otherField] = [fieldOn(mine), fieldOn(other)]
    type(field, 'orders-db ', 0)
    type(otherField, ' all day', otherField.value.length)
    expect(field.value).toBe('orders-db CPU stayed near 31 % all day')
    expect(otherField.value).toBe(field.value)
  })

  test('the caret and the selection stay with their letters when someone writes before them', () => {
    const [mine, other] = sharedBy('CPU stayed low')
    const field = fieldOn(mine)
    field.focus()
    field.setSelectionRange(4, 10)
    other.insert(0, 'orders-db ')
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('stayed')
    other.delete(0, 10)
    expect([field.selectionStart, field.selectionEnd]).toEqual([4, 10])
  })

  test('what others write exactly at my caret does not push it along', () => {
    const [mine, other] = sharedBy('ab')
    const field = fieldOn(mine)
    field.focus()
    field.setSelectionRange(1, 1)
    other.insert(1, 'xyz')
    expect(field.selectionStart).toBe(1)
  })

  test('a half-composed word is left alone, and lands where it was written', () => {
    const [mine, other] = sharedBy('the pool was empty')
    const field = fieldOn(mine)
    field.focus()
    field.dispatchEvent(new Event('compositionstart'))
    type(field, 'に', 4)
    other.insert(0, 'At 14:31 ')
    other.insert(other.toString().indexOf('empty'), 'nearly ')
    expect(field.value).toBe('the にpool was empty')
    field.value = 'the 日本pool was empty'
    field.setSelectionRange(6, 6)
    field.dispatchEvent(new Event('compositionend'))
    expect(field.value).toBe('At 14:31 the 日本pool was nearly empty')
    expect(other.toString()).toBe(field.value)
    expect(field.value.slice(0, field.selectionStart ?? 0)).toBe('At 14:31 the 日本')
  })

  test('whatever others did meanwhile, only the letters I removed go and mine are added once', () => {
    const remote = fc.record({
      at: fc.nat(40),
      removed: fc.nat(4),
      inserted: fc.stringMatching(/^[A-Z]{0,3}$/),
    })
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{0,20}$/),
        fc.array(remote, { maxLength: 4 }),
        fc.nat(20),
        fc.nat(6),
        fc.stringMatching(/^[0-9]{0,4}$/),
        (before, remotes, at, removed, inserted) => {
          const doc = new Y.Doc()
          const text = doc.getText('t')
          text.insert(0, before)
          const meanwhile: TextDelta[] = []
          text.observe(({ delta, transaction }) => {
            if (transaction.origin === theirs) meanwhile.push(delta)
          })
          for (const edit of remotes) {
            doc.transact(() => {
              const start = Math.min(edit.at, text.length)
              text.delete(start, Math.min(edit.removed, text.length - start))
              text.insert(start, edit.inserted)
            }, theirs)
          }
          const withTheirs = text.toString()
          const start = Math.min(at, before.length)
          const after = before.slice(0, start) + inserted + before.slice(start + removed)
          const caret = typeIntoChanged(
            text,
            { before, after, caret: start + inserted.length },
            meanwhile,
            origin,
          )
          const now = text.toString()
          expect(now.replace(/[^A-Z]/g, '')).toBe(withTheirs.replace(/[^A-Z]/g, ''))
          expect(now.replace(/[^0-9]/g, '')).toBe(inserted)
          expect(now.slice(0, caret).endsWith(inserted)).toBe(true)
          expect(now.replace(/[^a-z]/g, '').length).toBeLessThanOrEqual(after.replace(/[^a-z]/g, '').length)
        },
      ),
    )
  })
})

describe('the field in a room', () => {
  const id = 'card-1' as CardId
  const place: PresencePlace = { in: 'card', id }

  function twoRooms() {
    const one = givenRoom({ me: maren })
    addCard(
      one.contentDoc,
      { id, kind: 'fact', text: 'low', by: null, createdAt: 0 },
      { by: 'import', source: 'x' },
    )
    const otherDoc = new Y.Doc()
    Y.applyUpdate(otherDoc, Y.encodeStateAsUpdate(one.contentDoc))
    const two = givenRoom({ me: tomas, contentDoc: otherDoc })
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      from.contentDoc.on('update', (update: Uint8Array, by: unknown) => {
        if (by !== 'wire') Y.applyUpdate(to.contentDoc, update, 'wire')
      })
    }
    return [one, two] as const
  }
  const textIn = (room: ReturnType<typeof givenRoom>) => {
    const text = cardTextOf(room.contentDoc, id)
    if (!text) throw new Error('the card is gone')
    return text
  }

  test('undo takes back what I typed and leaves the colleague’s words', () => {
    const [one, two] = twoRooms()
    render(
      <InRoom room={one}>
        <SharedTextField text={textIn(one)} place={place} label="Card" isStarting />
      </InRoom>,
    )
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Card' })
    act(() => type(field, 'CPU ', 0))
    act(() => textIn(two).insert(textIn(two).length, ' all day'))
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true })
    expect(field.value).toBe('low all day')
    fireEvent.keyDown(field, { key: 'Z', ctrlKey: true, shiftKey: true })
    expect(field.value).toBe('CPU low all day')
  })

  test('says where I write while I am there, and nothing once I have left', () => {
    const [one] = twoRooms()
    const { unmount } = render(
      <InRoom room={one}>
        <SharedTextField text={textIn(one)} place={place} label="Card" isStarting />
      </InRoom>,
    )
    expect(one.presence?.getLocalState()?.editing).toEqual(place)
    expect(one.presence?.getLocalState()?.caret.position).toBeTruthy()
    unmount()
    expect(one.presence?.getLocalState()).toMatchObject({ editing: null, caret: null })
  })

  test('shows the caret of someone else with a name, between the same letters', () => {
    const [one, two] = twoRooms()
    const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(textIn(two), 2))
    const { container } = render(
      <InRoom room={one}>
        <SharedTextField text={textIn(one)} place={place} label="Card" isStarting />
      </InRoom>,
    )
    act(() => {
      const person = two.presence?.getLocalState()?.person
      one.presence?.states.set(7, { person, editing: place, caret: { position, movedAt: 1 } })
      one.presence?.emit('change', [{ added: [7], updated: [], removed: [] }, 'local'])
    })
    const caret = container.querySelector<HTMLElement>('[data-caret]')
    expect(caret?.dataset.caret).toBe('Tomás Vidal')
    expect(caret?.previousSibling?.textContent).toBe('lo')
    expect(within(caret ?? container).getByText('Tomás')).toBeDefined()
  })

  test('a field of one line turns pasted lines into spaces', () => {
    const [one] = twoRooms()
    render(
      <InRoom room={one}>
        <SharedTextField text={textIn(one)} place={place} label="Card" singleLine isStarting />
      </InRoom>,
    )
    act(() => type(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Card' }), 'a\nb ', 0))
    expect(textIn(one).toString()).toBe('a b low')
  })
})
