import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { unsentChanges } from '../../client/device/unsentChanges.ts'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { type SavingFacts, saveStateOf } from '../../client/room/saveState.ts'
import { STEADY_AFTER_MS, steadyLine } from '../../client/room/steadyLine.ts'
import { type Missed, nothingMissed } from '../../client/room/trackMissed.ts'
import { type SavingTracker, trackSaving } from '../../client/room/trackSaving.ts'
import { type ValueStore, valueStore } from '../../client/room/valueStore.ts'
import { asPerson, asPostmortem } from '../shared/ids.ts'

const sam = asPerson('sam')
const gitlab = asPostmortem('gitlab')

const calm: SavingFacts = {
  line: { is: 'live' },
  mayEdit: true,
  changes: 0,
  isConfirmed: true,
  trustedUntil: 0,
  changedAt: null,
  isReceived: true,
  isHeld: false,
  caughtUp: null,
}
const back = (changes: number) => ({ changes, ...nothingMissed, at: 0 })
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
    ['a blip is passed over', { line: lostAt(0) }, 1_900, { is: 'saved' }],
    ['a gap is reconnecting', { line: lostAt(0), changes: 3 }, 2_000, { is: 'reconnecting', changes: 3 }],
    ['a long gap is offline', { line: lostAt(0), changes: 7 }, 10_000, { is: 'offline', changes: 7 }],
    [
      'the server cannot write',
      { isHeld: true, changes: 2, changedAt: 0 },
      9_000,
      { is: 'held', changes: 2 },
    ],
    ['back with changes', { caughtUp: back(7) }, 3_900, { is: 'merged', changes: 7 }],
    ['back for a while', { caughtUp: back(7) }, 4_000, { is: 'saved' }],
    [
      'what others did meanwhile takes longer to read',
      { caughtUp: { ...back(0), movedTo: 'Causes', edits: 12 } },
      7_900,
      { is: 'merged', movedTo: 'Causes', edits: 12 },
    ],
    [
      'right after a blip, saved is still true of all that was confirmed before it',
      { isConfirmed: false, trustedUntil: 2_000 },
      1_900,
      { is: 'saved' },
    ],
    ['and no longer than that', { isConfirmed: false, trustedUntil: 2_000 }, 2_000, { is: 'saving' }],
    ['a reader reads', { mayEdit: false }, 0, { is: 'reading' }],
    [
      'a blip with a change is not saved',
      { line: lostAt(0), changes: 1, changedAt: 0 },
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
  let missed: Missed
  let saving: SavingTracker
  let stopSteadying: () => void
  const type = () => doc.getText('summary').insert(0, 'x')
  const state = () => saving.state.get()
  const answerBarrier = () => saving.durable(barriers.at(-1) ?? 0)
  const open = () => {
    doc = new Y.Doc()
    connection = valueStore<ConnectionState>({ is: 'connecting' })
    barriers = []
    missed = nothingMissed
    const steady = steadyLine(connection, Date.now)
    stopSteadying = steady.stop
    saving = trackSaving(doc, {
      isOwn: (origin) => origin === null,
      sendBarrier: (number) => barriers.push(number),
      connection,
      line: steady.line,
      unsent: unsentChanges(sam, gitlab, String(doc.clientID)),
      missed: () => missed,
      awaySince: () => null,
      mayEdit: () => true,
      now: () => Date.now(),
    })
  }
  const lose = () => connection.set({ is: 'reconnecting', since: Date.now() })
  const comeBack = () => {
    connection.set({ is: 'live' })
    saving.connected()
  }
  const close = () => {
    saving.stop()
    stopSteadying()
  }
  /** The page is closed or reloaded, and opened again on the same device. */
  const reload = () => {
    close()
    open()
  }

  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
    open()
    comeBack()
    answerBarrier()
  })
  afterEach(() => {
    close()
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
    answerBarrier()
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
    lose()
    comeBack()
    saving.durable(lost)
    expect(state().is).toBe('saving')
    answerBarrier()
    expect(state().is).toBe('saved')
  })

  test('after a gap it says what was merged, for a while, and then saved', () => {
    lose()
    type()
    vi.advanceTimersByTime(5_000)
    expect(state()).toEqual({ is: 'reconnecting', changes: 1 })
    comeBack()
    answerBarrier()
    vi.advanceTimersByTime(STEADY_AFTER_MS)
    expect(state()).toEqual({ is: 'merged', changes: 1, ...nothingMissed })
    vi.advanceTimersByTime(4_200)
    expect(state().is).toBe('saved')
  })

  test('after working offline it says what others did meanwhile, once', () => {
    lose()
    vi.advanceTimersByTime(12_000)
    expect(state()).toEqual({ is: 'offline', changes: 0 })
    missed = { movedTo: 'Causes', edits: 12 }
    const seen: string[] = []
    saving.state.subscribe(() => seen.push(state().is))
    comeBack()
    answerBarrier()
    vi.advanceTimersByTime(STEADY_AFTER_MS)
    expect(state()).toEqual({ is: 'merged', changes: 0, movedTo: 'Causes', edits: 12 })
    vi.advanceTimersByTime(60_000)
    lose()
    vi.advanceTimersByTime(1_000)
    comeBack()
    answerBarrier()
    vi.advanceTimersByTime(60_000)
    expect(seen).toEqual(['merged', 'saved'])
  })

  test('a line that comes and goes every second changes what is shown at most once in a minute', () => {
    const seen: string[] = []
    saving.state.subscribe(() => seen.push(state().is))
    for (let flap = 0; flap < 60; flap++) {
      lose()
      vi.advanceTimersByTime(500)
      comeBack()
      vi.advanceTimersByTime(100)
      answerBarrier()
      vi.advanceTimersByTime(400)
    }
    expect(seen).toEqual([])
  })

  test('nor does one whose gaps grow long enough to be shown', () => {
    const seen: string[] = []
    saving.state.subscribe(() => seen.push(state().is))
    for (let flap = 0; flap < 15; flap++) {
      lose()
      vi.advanceTimersByTime(3_000)
      comeBack()
      vi.advanceTimersByTime(100)
      answerBarrier()
      vi.advanceTimersByTime(900)
    }
    expect(seen).toEqual(['reconnecting'])
  })

  test('after a reload it knows how many changes the server has not confirmed, and where', () => {
    lose()
    type()
    type()
    reload()
    expect(saving.changes()).toBe(2)
    expect(saving.places()).toEqual([{ in: 'prose', id: 'summary' }])
    lose()
    type()
    vi.advanceTimersByTime(10_000)
    expect(state()).toEqual({ is: 'offline', changes: 3 })
    reload()
    expect(saving.changes()).toBe(3)
    comeBack()
    expect(state().is).toBe('saving')
    answerBarrier()
    expect(state().is).toBe('saved')
    reload()
    expect(saving.changes()).toBe(0)
  })

  test('what another tab has not got through yet is not called saved by this one’s confirmation', () => {
    lose()
    type()
    const otherTab = unsentChanges(sam, gitlab, 'other')
    otherTab.note({ changes: 4, places: [] })
    reload()
    expect(saving.changes()).toBe(5)
    otherTab.note({ changes: 6, places: [] })
    comeBack()
    answerBarrier()
    reload()
    expect(saving.changes()).toBe(6)
  })

  test('a person finds nothing of what another left on the same device', () => {
    lose()
    type()
    expect(unsentChanges(asPerson('noor'), gitlab, 'x').found.changes).toBe(0)
    expect(unsentChanges(sam, gitlab, 'x').found.changes).toBe(1)
  })

  test('what the server did not take counts no longer once it is kept elsewhere', () => {
    lose()
    type()
    saving.giveUp()
    expect(saving.changes()).toBe(0)
    reload()
    expect(saving.changes()).toBe(0)
  })
})
