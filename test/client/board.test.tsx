import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Board } from '../../client/features/board/Board.tsx'
import { placeBeside, placeOneStep } from '../../client/features/board/dropPlace.ts'
import { ParkingLot } from '../../client/features/board/ParkingLot.tsx'
import { HorizonProvider } from '../../client/room/horizonView.tsx'
import { spokenNow, subscribeToSpeech } from '../../client/ui/liveRegions.ts'
import { Toasts } from '../../client/ui/Toasts.tsx'
import { addCard, type CardKind, cardTextOf, describeCard, readCards } from '../../shared/content/cards.ts'
import type { CardId } from '../../shared/ids.ts'
import { givenRoom, type HandmadeRoom, InRoom, idOf, tomas, wei } from '../harness/givenRoom.tsx'

const theirs = { by: 'person', personId: 'x' } as const

function add(room: HandmadeRoom, kind: CardKind, text: string): CardId {
  const id = `${kind}-${text.replaceAll(' ', '-')}` as CardId
  addCard(room.contentDoc, { id, kind, text, by: idOf(tomas), createdAt: 0 }, theirs)
  return id
}

const show = (room: HandmadeRoom, children = <Board />) =>
  render(
    <InRoom room={room}>
      <HorizonProvider>{children}</HorizonProvider>
      <Toasts />
    </InRoom>,
  )

const column = (name: string) => screen.getByRole('region', { name: new RegExp(`^${name}`) })
const cardWith = (text: string) => {
  const card = screen.getByText(text).closest<HTMLElement>('[data-card]')
  if (!card) throw new Error(`no card says ${text}`)
  return card
}
const textsIn = (room: HandmadeRoom, kind: CardKind) =>
  readCards(room.contentDoc)
    .filter(({ place }) => place.kind === kind)
    .map(({ text }) => text)

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => {
  cleanup()
  vi.advanceTimersByTime(10_000) // what is left to say is said, or the next test would wait for it
  vi.useRealTimers()
})

describe('writing a card', () => {
  test('F begins a fact at the end of its column, with the caret in it', () => {
    const room = givenRoom()
    add(room, 'fact', 'first')
    show(room)
    fireEvent.keyDown(window, { key: 'f' })
    const field = within(column('Facts')).getByRole('textbox')
    expect(document.activeElement).toBe(field)
    fireEvent.input(field, { target: { value: 'second' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(textsIn(room, 'fact')).toEqual(['first', 'second'])
    expect(document.activeElement).toBe(cardWith('second'))
  })

  test('a card that was left empty goes away again', () => {
    const room = givenRoom()
    show(room)
    fireEvent.keyDown(window, { key: 'q' })
    expect(textsIn(room, 'question')).toEqual([''])
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' })
    expect(textsIn(room, 'question')).toEqual([])
  })

  test('who only reads is offered nothing to write with', () => {
    const room = givenRoom({ me: wei })
    add(room, 'fact', 'first')
    show(room)
    fireEvent.keyDown(window, { key: 'f' })
    fireEvent.keyDown(cardWith('first'), { key: 'Enter' })
    fireEvent.keyDown(cardWith('first'), { key: 'Delete' })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByText('Add a fact')).toBeNull()
    expect(textsIn(room, 'fact')).toEqual(['first'])
  })
})

describe('keys on a card', () => {
  test('brackets move it to the column beside, and the focus goes with it', () => {
    const room = givenRoom()
    add(room, 'fact', 'moved')
    show(room)
    cardWith('moved').focus()
    fireEvent.keyDown(cardWith('moved'), { key: ']' })
    expect(textsIn(room, 'interpretation')).toEqual(['moved'])
    expect(document.activeElement).toBe(cardWith('moved'))
    fireEvent.keyDown(cardWith('moved'), { key: '[' })
    expect(textsIn(room, 'fact')).toEqual(['moved'])
  })

  test('Alt and arrows change the order', () => {
    const room = givenRoom()
    for (const text of ['one', 'two', 'three']) add(room, 'fact', text)
    show(room)
    cardWith('three').focus()
    fireEvent.keyDown(cardWith('three'), { key: 'ArrowUp', altKey: true })
    expect(textsIn(room, 'fact')).toEqual(['one', 'three', 'two'])
    expect(document.activeElement).toBe(cardWith('three'))
  })

  test('a removed card comes back by the offered undo, whatever was written since', async () => {
    const room = givenRoom()
    const kept = add(room, 'fact', 'kept')
    add(room, 'fact', 'removed')
    show(room)
    fireEvent.keyDown(cardWith('removed'), { key: 'Delete' })
    act(() =>
      room.contentDoc.transact(
        () => cardTextOf(room.contentDoc, kept)?.insert(4, ' and changed'),
        room.origin,
      ),
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(textsIn(room, 'fact')).toEqual(['kept and changed', 'removed'])
  })

  test('a list of cards is one tab stop, and J walks through all columns', () => {
    const room = givenRoom()
    for (const text of ['one', 'two']) add(room, 'fact', text)
    add(room, 'question', 'three')
    show(room)
    expect(column('Facts').querySelectorAll('[data-card][tabindex="0"]')).toHaveLength(1)
    for (const text of ['one', 'two', 'three']) {
      fireEvent.keyDown(document.activeElement ?? window, { key: 'j' })
      expect(document.activeElement).toBe(cardWith(text))
    }
  })
})

describe('what others do', () => {
  test('their new cards are told together, at most every fifteen seconds', async () => {
    const room = givenRoom()
    show(room)
    act(() => {
      for (const text of ['a', 'b', 'c']) add(room, 'fact', text)
    })
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(spokenNow('polite')).toContain('3 new cards in Facts.')
    act(() => void add(room, 'question', 'd'))
    const heard: string[] = []
    const stop = subscribeToSpeech(() => heard.push(spokenNow('polite')))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(heard.join()).not.toContain('1 new card')
    await act(() => vi.advanceTimersByTimeAsync(6_000))
    stop()
    expect(heard).toContain('1 new card in Open questions.')
  })

  test('a card someone writes in carries their name', () => {
    const room = givenRoom()
    const id = add(room, 'fact', 'low')
    show(room)
    act(() => {
      const person = { personId: idOf(tomas), name: tomas.name, colour: 2 }
      room.presence?.states.set(7, { person, editing: { in: 'card', id } })
      room.presence?.emit('change', [{ added: [7], updated: [], removed: [] }, 'local'])
    })
    expect(within(cardWith('low')).getByText('Tomás is editing')).toBeDefined()
    expect(cardWith('low').dataset.person).toBe('2')
  })

  test('a keystroke in one card renders nothing of the others', () => {
    const room = givenRoom()
    const ids = Array.from({ length: 40 }, (_, number) => add(room, 'fact', `card ${number}`))
    show(room)
    const untouched = cardWith('card 3')
    const observer = new MutationObserver(() => {})
    observer.observe(untouched, { subtree: true, childList: true, characterData: true, attributes: true })
    act(() => cardTextOf(room.contentDoc, ids[7] ?? ('' as CardId))?.insert(0, 'X'))
    expect(cardWith('Xcard 7')).toBeDefined()
    expect(observer.takeRecords()).toEqual([])
  })
})

describe('the horizon', () => {
  test('a card first seen after it is dimmed, and says when', async () => {
    const room = givenRoom()
    const id = add(room, 'fact', 'merged')
    describeCard(room.contentDoc, id, { firstSeenAt: Date.parse('2026-03-10T14:52:00Z') }, theirs)
    show(room)
    await act(() => room.send({ type: 'setHorizon', horizonAt: Date.parse('2026-03-10T14:31:00Z') }))
    expect(cardWith('merged').dataset.beyond).toBe('true')
    expect(within(cardWith('merged')).getByText('First seen at 14:52')).toBeDefined()
  })
})

describe('evidence', () => {
  test('a fact without it asks how we know; only web links are taken', async () => {
    const room = givenRoom()
    add(room, 'fact', 'low')
    show(room)
    fireEvent.click(screen.getByRole('button', { name: 'How do we know?' }))
    const field = await screen.findByLabelText('Link')
    fireEvent.change(field, { target: { value: 'javascript:alert(1)' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save link' }))
    expect(screen.getByText('A link starts with http:// or https://.')).toBeDefined()
    fireEvent.change(field, { target: { value: 'grafana.example/d/7' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save link' }))
    expect(readCards(room.contentDoc)[0]?.evidenceUrl).toBe('https://grafana.example/d/7')
  })
})

test('Z parks a topic for everyone to see', () => {
  const room = givenRoom()
  show(room, <ParkingLot />)
  fireEvent.keyDown(window, { key: 'z' })
  const field = screen.getByRole('textbox', { name: 'Parked topic' })
  fireEvent.input(field, { target: { value: 'Change freezes' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(textsIn(room, 'parked')).toEqual(['Change freezes'])
})

describe('where a dragged card lands', () => {
  const room = givenRoom()
  const [a, b, c] = ['a', 'b', 'c'].map((text) => add(room, 'fact', text)) as [CardId, CardId, CardId]
  const cards = readCards(room.contentDoc)

  test('above or below the card it hovers over', () => {
    expect(placeBeside(cards, c, { kind: 'fact', cardId: a, half: 'upper' }).afterCardId).toBeNull()
    expect(placeBeside(cards, c, { kind: 'fact', cardId: a, half: 'lower' }).afterCardId).toBe(a)
    expect(placeBeside(cards, a, { kind: 'fact', cardId: c, half: 'upper' }).afterCardId).toBe(b)
  })

  test('at the end over the free part of a column, and where it was over itself', () => {
    expect(placeBeside(cards, a, { kind: 'fact', cardId: null, half: 'lower' }).afterCardId).toBe(c)
    expect(placeBeside(cards, a, { kind: 'question', cardId: null, half: 'lower' }).afterCardId).toBeNull()
    expect(placeBeside(cards, b, { kind: 'fact', cardId: b, half: 'lower' }).afterCardId).toBe(a)
  })

  test('one step at the end of a column is no move', () => {
    expect(placeOneStep(cards, cards[0] as (typeof cards)[number], -1)).toBeNull()
    expect(placeOneStep(cards, cards[2] as (typeof cards)[number], -1)?.afterCardId).toBe(a)
  })
})
