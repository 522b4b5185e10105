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
const MS_BETWEEN_CHECKS = 500
/** A check that comes later than this comes after a sleep. Some monotonic clocks go on in it, and all of them drift. */
const MOST_LATE_MS = 60_000
/** Without an answer for so long there is no connection, and a guess is better than nothing. */
const GUESS_AFTER_MS = 2_000

export type ServerClock = {
  /**
   * The server's time in ms; null until it has answered once, and from a sleep or a step of this machine's clock until
   * it has answered again, so that no wrong number is shown.
   */
  now: () => number | null
  /** Calls back when the time is known, or is known better: what is shown of it should be shown anew. */
  onAdjusted: (changed: () => void) => () => void
  /** Measures afresh: on connecting, on waking, when this machine's clock was set. */
  measure: () => void
  answered: (answer: { sentAt: number; serverNow: number }) => void
  /**
   * For a page that has not reached the server yet, and finds no connection: what it knew of the server's clock on an
   * earlier visit, in ms ahead of this machine's wall clock. Better than nothing, and forgotten with the first answer.
   */
  guess: (aheadMs: number) => void
  aheadOfWallMs: () => number | null
  stop: () => void
}

export type BrowserTime = {
  monotonicMs: () => number
  wallMs: () => number
  /** Runs once, later; what it returns takes that back. */
  after: (delayMs: number, run: () => void) => () => void
}

export const browserTime: BrowserTime = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}

/** The only place that knows how far this browser's clock is off. `ask` sends one question and returns at once. */
export function createServerClock(
  ask: (sentAt: number) => void,
  time: BrowserTime = browserTime,
): ServerClock {
  const listeners = new Set<() => void>()
  let samples: TimeSample[] = []
  let offset: number | null = null
  let asked = 0
  let disagreement = time.wallMs() - time.monotonicMs()
  /** By how much the two clocks of this machine have parted since the offset was measured. */
  let partedMs = 0
  let measuredFrom = Number.POSITIVE_INFINITY
  /** A round that nothing called for replaces the offset only as a whole: its first answer may be a slow one. */
  let isRoutine = false
  let cancelNext = () => {}
  let cancelGuess = () => {}

  const sinceNoted = () => time.wallMs() - time.monotonicMs() - disagreement
  const isOutOfStep = () => partedMs !== 0 || Math.abs(sinceNoted()) >= MOST_DISAGREEMENT_MS
  const adjust = (next: number | null) => {
    offset = next
    partedMs = 0
    cancelGuess()
    for (const changed of [...listeners]) changed()
  }
  const askOnce = () => {
    asked++
    ask(time.monotonicMs())
  }
  const begin = (routine: boolean) => {
    cancelNext()
    isRoutine = routine
    samples = []
    asked = 0
    measuredFrom = time.monotonicMs()
    askOnce()
  }
  const measure = () => begin(false)
  /** Whether the monotonic clock stood still or the wall clock was set, only the server can tell. */
  const noteStep = () => {
    const step = sinceNoted()
    if (Math.abs(step) < MOST_DISAGREEMENT_MS) return false
    disagreement += step
    partedMs += step
    cancelGuess()
    // Far more laptops sleep than have their clock set.
    cancelGuess = time.after(GUESS_AFTER_MS, () => adjust(offset === null ? null : offset + partedMs))
    for (const changed of [...listeners]) changed()
    return true
  }
  const repeat = (everyMs: number, run: () => void) => {
    let cancel = () => {}
    const again = () => {
      cancel = time.after(everyMs, again)
      run()
    }
    cancel = time.after(everyMs, again)
    return () => cancel()
  }
  let checkedAt = time.monotonicMs()
  const stopChecking = repeat(MS_BETWEEN_CHECKS, () => {
    const sleptMs = time.monotonicMs() - checkedAt - MS_BETWEEN_CHECKS
    checkedAt += sleptMs + MS_BETWEEN_CHECKS
    if (noteStep() || sleptMs > MOST_LATE_MS) measure()
  })
  const stopRounds = repeat(MS_BETWEEN_ROUNDS, () => begin(true))

  return {
    now: () => (offset === null || isOutOfStep() ? null : time.monotonicMs() + offset),
    onAdjusted: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    measure,
    answered: ({ sentAt, serverNow }) => {
      const receivedAt = time.monotonicMs()
      // Having waited out a sleep, an answer looks like the quickest of all.
      if (noteStep()) return measure()
      if (sentAt > receivedAt || sentAt < measuredFrom) return // an answer to a question of an earlier round
      samples = [...samples, { sentAt, receivedAt, serverNow }]
      const isRoundOver = samples.length >= SAMPLES_A_ROUND
      if (!isRoutine || isRoundOver || partedMs !== 0) adjust(offsetOf(samples))
      cancelNext()
      if (asked < SAMPLES_A_ROUND) cancelNext = time.after(MS_BETWEEN_SAMPLES, askOnce)
    },
    guess: (aheadMs) => {
      if (offset === null) adjust(time.wallMs() + aheadMs - time.monotonicMs())
    },
    aheadOfWallMs: () =>
      offset === null || isOutOfStep() ? null : time.monotonicMs() + offset - time.wallMs(),
    stop: () => {
      stopChecking()
      stopRounds()
      cancelNext()
      cancelGuess()
    },
  }
}
