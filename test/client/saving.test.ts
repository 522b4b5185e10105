import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { type SavingFacts, saveStateOf } from '../../client/room/saveState.ts'
import { type SavingTracker, trackSaving } from '../../client/room/trackSaving.ts'
import { type ValueStore, valueStore } from '../../client/room/valueStore.ts'

const calm: SavingFacts = {
  connection: { is: 'live' },
  mayEdit: true,
  changes: 0,
  isConfirmed: true,
  changedAt: null,
  isReceived: true,
  isHeld: false,
  merged: null,
}
const lostAt = (since: number): ConnectionState => ({ is: 'reconnecting', since })

describe('what the bar says', () => {
  test.each<[string, Partial<SavingFacts>, number, object]>([
    ['saved once everything is confirmed', {}, 0, { is: 'saved' }],
    ['nothing of saved before the first confirmation', { isConfirmed: false }, 0, { is: 'saving' }],
    [
      'a change is on this device at first',
      { changes: 1, changedAt: 0, isReceived: false },
      700,
      { is: 'saving', reached: 'device', isQuiet: false },
    ],
    [
      'then received',
      { changes: 1, changedAt: 0, isReceived: true },
      700,
      { is: 'saving', reached: 'server', isQuiet: false },
    ],
    ['no words within 600 ms', { changes: 1, changedAt: 0 }, 500, { is: 'saving', isQuiet: true }],
    ['a blip is passed over', { connection: lostAt(0) }, 1_900, { is: 'saved' }],
    [
      'a gap is reconnecting',
      { connection: lostAt(0), changes: 3 },
      2_000,
      { is: 'reconnecting', changes: 3 },
    ],
    ['a long gap is offline', { connection: lostAt(0), changes: 7 }, 10_000, { is: 'offline', changes: 7 }],
    [
      'the server cannot write',
      { isHeld: true, changes: 2, changedAt: 0 },
      9_000,
      { is: 'held', changes: 2 },
    ],
    ['back with changes', { merged: { changes: 7, at: 0 } }, 3_900, { is: 'merged', changes: 7 }],
    ['back for a while', { merged: { changes: 7, at: 0 } }, 4_000, { is: 'saved' }],
    ['a reader reads', { mayEdit: false }, 0, { is: 'reading' }],
    [
      'a blip with a change is not saved',
      { connection: lostAt(0), changes: 1, changedAt: 0 },
      1_000,
      { is: 'saving' },
    ],
  ])('%s', (_, facts, now, expected) => {
    expect(saveStateOf({ ...calm, ...facts }, now)).toMatchObject(expected)
  })
})

describe('a browser that tracks its changes', () => {
  let doc: Y.Doc
  let connection: ValueStore<ConnectionState>
  let barriers: number[]
  let saving: SavingTracker
  const type = () => doc.getText('t').insert(0, 'x')
  const state = () => saving.state.get()

  beforeEach(() => {
    vi.useFakeTimers()
    doc = new Y.Doc()
    connection = valueStore<ConnectionState>({ is: 'connecting' })
    barriers = []
    saving = trackSaving(doc, {
      isOwn: (origin) => origin === null,
      sendBarrier: (number) => barriers.push(number),
      connection,
      mayEdit: () => true,
      now: () => Date.now(),
    })
    connection.set({ is: 'live' })
    saving.connected()
    saving.durable(barriers.at(-1) ?? 0)
  })
  afterEach(() => {
    saving.stop()
    vi.useRealTimers()
  })

  test('is saved only when the barrier that covers its last change is answered', () => {
    expect(state().is).toBe('saved')
    type()
    expect(state().is).toBe('saving')
    vi.advanceTimersByTime(250)
    const covers = barriers.at(-1) ?? 0
    type()
    saving.durable(covers)
    expect(state().is).toBe('saving')
    expect(saving.changes()).toBe(1)
    vi.advanceTimersByTime(250)
    saving.durable(barriers.at(-1) ?? 0)
    expect(state().is).toBe('saved')
  })

  test('an acknowledgement alone is not saved', () => {
    type()
    saving.received(true)
    vi.advanceTimersByTime(1_000)
    expect(state()).toMatchObject({ is: 'saving', reached: 'server' })
  })

  test('changes of others and of the device’s own storage do not count', () => {
    doc.transact(() => type(), 'remote')
    expect(saving.changes()).toBe(0)
  })

  test('a slow disk is answered for even while typing goes on', () => {
    for (let second = 0; second < 4; second++) {
      type()
      vi.advanceTimersByTime(1_000)
    }
    saving.durable(barriers.at(-2) ?? 0)
    expect(saving.changes()).toBe(1)
  })

  test('an answer from before the connection was lost counts for nothing', () => {
    type()
    vi.advanceTimersByTime(250)
    const lost = barriers.at(-1) ?? 0
    connection.set({ is: 'reconnecting', since: Date.now() })
    connection.set({ is: 'live' })
    saving.connected()
    saving.durable(lost)
    expect(state().is).toBe('saving')
    saving.durable(barriers.at(-1) ?? 0)
    expect(state()).toEqual({ is: 'merged', changes: 1 })
    vi.advanceTimersByTime(4_200)
    expect(state().is).toBe('saved')
  })

  test('after a reload it says saved only when the server has confirmed what the device kept', () => {
    connection.set({ is: 'reconnecting', since: Date.now() })
    connection.set({ is: 'live' })
    saving.connected()
    expect(state().is).toBe('saving')
    saving.durable(barriers.at(-1) ?? 0)
    expect(state().is).toBe('saved')
  })
})
