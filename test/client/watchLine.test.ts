import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { valueStore } from '../../client/room/valueStore.ts'
import { SILENT_AFTER_MS, watchLine } from '../../client/room/watchLine.ts'

const START = 1_700_000_000_000
let heardAt: number
let isCaughtUp: boolean
let connectingSince: number | null
let attempts: number
let stop: () => void
const connection = valueStore<ConnectionState>({ is: 'live' })

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  heardAt = START
  isCaughtUp = true
  connectingSince = null
  attempts = 0
  connection.set({ is: 'live' })
  stop = watchLine({
    connection,
    connectingSince: () => connectingSince,
    connectAgain: () => {
      attempts++
      connectingSince = Date.now()
    },
    lastHeardAt: () => heardAt,
    isCaughtUp: () => isCaughtUp,
    now: () => Date.now(),
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

test('a line that falls silent is lost since it was last heard, not since it was noticed', () => {
  vi.advanceTimersByTime(SILENT_AFTER_MS - 500)
  expect(connection.get()).toEqual({ is: 'live' })
  vi.advanceTimersByTime(500)
  expect(connection.get()).toEqual({ is: 'reconnecting', since: START })
})

test('pings keep it live', () => {
  for (let ping = 0; ping < 10; ping++) {
    vi.advanceTimersByTime(4_000)
    heardAt = Date.now()
  }
  expect(connection.get()).toEqual({ is: 'live' })
})

test('a word on the same socket makes it live again', () => {
  vi.advanceTimersByTime(SILENT_AFTER_MS)
  heardAt = Date.now()
  vi.advanceTimersByTime(500)
  expect(connection.get()).toEqual({ is: 'live' })
})

test('a word on a new socket does not, until the documents are in step', () => {
  vi.advanceTimersByTime(SILENT_AFTER_MS)
  isCaughtUp = false
  heardAt = Date.now()
  vi.advanceTimersByTime(500)
  expect(connection.get().is).toBe('reconnecting')
})

test('a refusal stays a refusal', () => {
  connection.set({ is: 'refused', reason: 'oldProtocol', sentence: '' })
  vi.advanceTimersByTime(60_000)
  expect(connection.get().is).toBe('refused')
})

test('an attempt that went into a dead line is given up for a new one', () => {
  heardAt = 0
  connectingSince = START
  vi.advanceTimersByTime(4_500)
  expect(attempts).toBe(0)
  vi.advanceTimersByTime(6_000)
  expect(attempts).toBe(2)
})
