import { type ValueStore, valueStore } from './valueStore.ts'

/** One question to the server about its time, in ms; the browser's side is its monotonic clock. */
export type TimeSample = { sentAt: number; receivedAt: number; serverNow: number }

/** Half the round trip is the largest error one sample can have, so the quickest one wins. */
export function offsetOf(samples: readonly TimeSample[]): number | null {
  const best = samples.reduce<TimeSample | null>(
    (quickest, sample) => (quickest && roundTripMs(quickest) <= roundTripMs(sample) ? quickest : sample),
    null,
  )
  return best && best.serverNow + roundTripMs(best) / 2 - best.receivedAt
}

const roundTripMs = ({ sentAt, receivedAt }: TimeSample) => receivedAt - sentAt

export const SAMPLES_A_ROUND = 5
const MS_BETWEEN_SAMPLES = 150
const MS_BETWEEN_ROUNDS = 60_000
/** The wall clock stepped, or the machine slept: the monotonic clock may have stood still meanwhile. */
const MOST_DISAGREEMENT_MS = 250
const MS_BETWEEN_CHECKS = 1_000

export type ServerClock = {
  /** The server's time in ms; null until it has answered once, so that no wrong number is ever shown. */
  now: () => number | null
  isKnown: ValueStore<boolean>
  /** Measures afresh: on connecting, on waking, when this machine's clock was set. */
  measure: () => void
  answered: (answer: { sentAt: number; serverNow: number }) => void
  stop: () => void
}

export type BrowserTime = { monotonicMs: () => number; wallMs: () => number }

/** The only place that knows how far this browser's clock is off. `ask` sends one question and returns at once. */
export function createServerClock(
  ask: (sentAt: number) => void,
  time: BrowserTime = { monotonicMs: () => performance.now(), wallMs: () => Date.now() },
): ServerClock {
  const isKnown = valueStore(false)
  let samples: TimeSample[] = []
  let offset: number | null = null
  let asked = 0
  let disagreement = time.wallMs() - time.monotonicMs()
  let measuredFrom = Number.POSITIVE_INFINITY
  /** A round that nothing called for replaces the offset only as a whole: its first answer may be a slow one. */
  let isRoutine = false

  const askOnce = () => {
    asked++
    ask(time.monotonicMs())
  }
  let next: ReturnType<typeof setTimeout> | undefined
  const begin = (routine: boolean) => {
    clearTimeout(next)
    isRoutine = routine
    samples = []
    asked = 0
    measuredFrom = time.monotonicMs()
    askOnce()
  }
  const measure = () => begin(false)
  const hasStepped = () => {
    const nowDisagreement = time.wallMs() - time.monotonicMs()
    if (Math.abs(nowDisagreement - disagreement) < MOST_DISAGREEMENT_MS) return false
    disagreement = nowDisagreement
    return true
  }
  const check = setInterval(() => {
    if (hasStepped()) measure()
  }, MS_BETWEEN_CHECKS)
  const rounds = setInterval(() => begin(true), MS_BETWEEN_ROUNDS)

  return {
    now: () => (offset === null ? null : time.monotonicMs() + offset),
    isKnown,
    measure,
    answered: ({ sentAt, serverNow }) => {
      const receivedAt = time.monotonicMs()
      // Having waited out a sleep, an answer looks like the quickest of all.
      if (hasStepped()) return measure()
      if (sentAt > receivedAt || sentAt < measuredFrom) return // an answer to a question of an earlier round
      samples = [...samples, { sentAt, receivedAt, serverNow }]
      if (!isRoutine || samples.length >= SAMPLES_A_ROUND) offset = offsetOf(samples)
      isKnown.set(true)
      clearTimeout(next)
      if (asked < SAMPLES_A_ROUND) next = setTimeout(askOnce, MS_BETWEEN_SAMPLES)
    },
    stop: () => {
      clearInterval(check)
      clearInterval(rounds)
      clearTimeout(next)
    },
  }
}
