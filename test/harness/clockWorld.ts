import { createServerClock } from '../../client/room/serverClock.ts'
import { steppedTime, tickServerTime } from '../../client/room/tickServerTime.ts'
import type { SeededRandom } from './seededRandom.ts'

/** How one browser's machine and its line to the server are. Times in ms. */
export type BrowserMachine = {
  /** How far its wall clock is off. */
  skewMs: number
  /** How fast its clocks run: 1.00005 gains four seconds a day. */
  rate: number
  /** Whether its monotonic clock stands still while it sleeps; timers always do. */
  stopsInSleep: boolean
  /** The round trip without jitter, and the share of it that is the way to the server. */
  roundTripMs: number
  upShare: number
  /** Added to each round trip at random, part of it on each way. */
  jitterMs: number
}

export type SimulatedBrowser = {
  /** What its countdowns go by this instant. */
  now: () => number | null
  /** What stands on its screen: it changes with the ticks only. */
  shown: () => number | null
  connect: () => void
  leave: () => void
  isAsleep: () => boolean
  sleep: () => void
  wake: () => void
  /** Its clock is set by so much. */
  stepWall: (ms: number) => void
}

export type ClockWorld = {
  /** The server's time. */
  now: () => number
  add: (machine: BrowserMachine) => SimulatedBrowser
  /** Lets time pass, and calls `look` each `everyMs` of it. */
  run: (ms: number, everyMs: number, look: () => void) => void
}

type Timer = { dueAt: number; run: () => void }
type Due = { at: number; order: number; run: () => void }

/** Many machines around one server, each with clocks and a line of its own; time passes only in `run`. */
export function clockWorld(random: SeededRandom, startsAt: number): ClockWorld {
  let now = startsAt
  let order = 0
  let dues: Due[] = []
  const at = (when: number, run: () => void) => void dues.push({ at: when, order: order++, run })

  const add = (machine: BrowserMachine): SimulatedBrowser => {
    let asleepSince: number | null = null
    let stoodStillMs = 0
    let steppedMs = 0
    /** Timers, and what has arrived meanwhile: both wait for a machine that sleeps. */
    const timers = new Set<Timer>()
    const monotonicMs = () => {
      const awake =
        (asleepSince !== null && machine.stopsInSleep ? asleepSince : now) - startsAt - stoodStillMs
      return awake * machine.rate
    }
    const time = {
      monotonicMs,
      wallMs: () => startsAt + (now - startsAt) * machine.rate + machine.skewMs + steppedMs,
      after: (delayMs: number, run: () => void) => {
        // No browser calls back to the millisecond.
        const timer: Timer = { dueAt: now + delayMs / machine.rate + random.next() * 4, run }
        timers.add(timer)
        arm(timer)
        return () => void timers.delete(timer)
      },
    }
    const arm = (timer: Timer) => {
      const { dueAt } = timer
      at(dueAt, () => {
        if (asleepSince !== null || timer.dueAt !== dueAt || !timers.delete(timer)) return
        timer.run()
      })
    }
    const ask = (sentAt: number) => {
      const jitter = random.next() * machine.jitterMs
      const jitterUp = random.next() * jitter
      const up = machine.roundTripMs * machine.upShare + jitterUp
      const down = machine.roundTripMs * (1 - machine.upShare) + jitter - jitterUp
      at(now + up, () => {
        const serverNow = now
        at(now + down, () => void time.after(0, () => clock.answered({ sentAt, serverNow })))
      })
    }
    const clock = createServerClock(ask, time)
    let shown: number | null = null
    const stopTicking = tickServerTime(
      clock,
      1_000,
      () => {
        shown = steppedTime(clock, 1_000)
      },
      time,
    )
    return {
      now: clock.now,
      shown: () => shown,
      connect: clock.measure,
      leave: () => {
        stopTicking()
        clock.stop()
      },
      stepWall: (ms) => {
        steppedMs += ms
      },
      isAsleep: () => asleepSince !== null,
      sleep: () => {
        asleepSince = now
      },
      wake: () => {
        const sleptMs = now - (asleepSince ?? now)
        if (machine.stopsInSleep) stoodStillMs += sleptMs
        for (const timer of timers) {
          timer.dueAt = Math.max(timer.dueAt, asleepSince ?? now) + sleptMs
        }
        asleepSince = null
        for (const timer of timers) arm(timer)
      },
    }
  }

  const run = (ms: number, everyMs: number, look: () => void) => {
    const end = now + ms
    let nextLook = now + everyMs
    for (;;) {
      const next = dues.reduce<Due | null>(
        (first, due) =>
          first && (first.at < due.at || (first.at === due.at && first.order < due.order)) ? first : due,
        null,
      )
      if (next && next.at <= Math.min(end, nextLook)) {
        dues = dues.filter((due) => due !== next)
        now = Math.max(now, next.at)
        next.run()
      } else if (nextLook <= end) {
        now = nextLook
        nextLook += everyMs
        look()
      } else {
        now = end
        return
      }
    }
  }
  return { now: () => now, add, run }
}
