import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  browserTime,
  createServerClock,
  offsetOf,
  SAMPLES_A_ROUND,
  type ServerClock,
} from '../../client/room/serverClock.ts'

describe('the offset', () => {
  test('comes from the quickest answer', () => {
    const slow = { sentAt: 0, receivedAt: 400, serverNow: 10_000 }
    const quick = { sentAt: 1_000, receivedAt: 1_050, serverNow: 10_900 }
    expect(offsetOf([slow, quick])).toBe(10_900 + 25 - 1_050)
  })

  test('is unknown before the first answer', () => {
    expect(offsetOf([])).toBeNull()
  })
})

describe('the server clock of a browser', () => {
  let monotonic = 0
  let wallAhead = 0
  let asked: number[] = []
  let clock: ServerClock
  const serverAhead = 5_000

  const advance = (ms: number) => {
    monotonic += ms
    vi.advanceTimersByTime(ms)
  }
  const answer = (roundTripMs: number) => {
    const sentAt = asked.at(-1) ?? 0
    advance(roundTripMs)
    clock.answered({ sentAt, serverNow: sentAt + roundTripMs / 2 + serverAhead })
  }

  beforeEach(() => {
    vi.useFakeTimers()
    monotonic = 1_000
    wallAhead = 1_700_000_000_000
    asked = []
    clock = createServerClock((sentAt) => asked.push(sentAt), {
      monotonicMs: () => monotonic,
      wallMs: () => monotonic + wallAhead,
      after: browserTime.after,
    })
  })
  afterEach(() => {
    clock.stop()
    vi.useRealTimers()
  })

  test('says nothing until the server has told the time once', () => {
    clock.measure()
    expect(clock.now()).toBeNull()
    answer(40)
    expect(clock.now()).toBe(monotonic + serverAhead)
  })

  test('asks several times and then rests for a minute', () => {
    clock.measure()
    for (let round = 0; round < SAMPLES_A_ROUND + 2; round++) {
      answer(20)
      advance(200)
    }
    expect(asked).toHaveLength(SAMPLES_A_ROUND)
    advance(60_000)
    expect(asked).toHaveLength(SAMPLES_A_ROUND + 1)
  })

  test('a wall clock that was set moves nothing: no number is shown until the server has told the time anew', () => {
    clock.measure()
    answer(20)
    const before = asked.length
    wallAhead += 15 * 60_000
    expect(clock.now()).toBeNull()
    advance(500)
    expect(asked.length).toBeGreaterThan(before)
    answer(20)
    expect(clock.now()).toBe(monotonic + serverAhead)
  })

  test('after a sleep without a connection it goes by this machine’s wall clock', () => {
    clock.measure()
    answer(20)
    wallAhead += 30 * 60_000
    advance(2_000)
    expect(clock.now()).toBeNull()
    advance(500)
    expect(clock.now()).toBe(monotonic + serverAhead + 30 * 60_000)
  })

  test('whoever shows the time hears when it is known, and when it is not any more', () => {
    let told = 0
    const stop = clock.onAdjusted(() => told++)
    clock.measure()
    answer(20)
    expect(told).toBe(1)
    wallAhead += 60_000
    advance(500)
    expect(told).toBe(2)
    stop()
    answer(20)
    expect(told).toBe(2)
  })

  test('measures again after a sleep during which its own clock stood still', () => {
    clock.measure()
    answer(20)
    const before = asked.length
    wallAhead += 30 * 60_000 // the wall went on, the monotonic clock did not
    advance(1_000)
    expect(asked.length).toBeGreaterThan(before)
    clock.answered({ sentAt: asked.at(-1) ?? 0, serverNow: monotonic + serverAhead + 30 * 60_000 })
    expect(clock.now()).toBe(monotonic + serverAhead + 30 * 60_000)
  })

  test('an answer that waited out a sleep does not count, however quick it looks', () => {
    clock.measure()
    answer(40)
    advance(200)
    const asleepAt = asked.at(-1) ?? 0
    wallAhead += 30 * 60_000 // it sleeps with a question on its way
    clock.answered({ sentAt: asleepAt, serverNow: monotonic + serverAhead })
    expect(asked.at(-1)).toBe(monotonic)
    clock.answered({ sentAt: monotonic, serverNow: monotonic + serverAhead + 30 * 60_000 })
    expect(clock.now()).toBe(monotonic + serverAhead + 30 * 60_000)
  })

  test('the first answer of a routine round does not move the clock, its quickest one does', () => {
    clock.measure()
    for (let sample = 0; sample < SAMPLES_A_ROUND; sample++) {
      answer(20)
      advance(200)
    }
    advance(60_000)
    const sentAt = asked.at(-1) ?? 0
    advance(390)
    clock.answered({ sentAt, serverNow: sentAt + 10 + serverAhead }) // all of the delay was on the way back
    expect(clock.now()).toBe(monotonic + serverAhead)
  })

  test('a page without a connection goes by what it knew on an earlier visit, until the server answers', () => {
    clock.guess(serverAhead - wallAhead)
    expect(clock.now()).toBe(monotonic + serverAhead)
    clock.measure()
    const sentAt = asked.at(-1) ?? 0
    advance(20)
    clock.answered({ sentAt, serverNow: sentAt + 10 + serverAhead + 700 })
    expect(clock.now()).toBe(monotonic + serverAhead + 700)
    expect(clock.aheadOfWallMs()).toBe(serverAhead + 700 - wallAhead)
    clock.guess(0)
    expect(clock.now()).toBe(monotonic + serverAhead + 700)
  })

  test('takes no notice of an answer from its own future', () => {
    clock.measure()
    clock.answered({ sentAt: monotonic + 10, serverNow: 1 })
    expect(clock.now()).toBeNull()
  })
})
