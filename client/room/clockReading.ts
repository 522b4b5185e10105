import { allottedMs, currentItem, plannedMinutesOf, spentMsUntil } from '../../shared/meeting/agenda.ts'
import { facilitatorOf, type Meeting } from '../../shared/meeting/meeting.ts'
import { remainingMs } from '../../shared/meeting/timebox.ts'
import { clockTime } from '../../shared/time/clockTime.ts'
import { nearDay } from '../../shared/time/nearDay.ts'
import { useRoom } from './RoomProvider.tsx'
import { shortNameOf } from './shortName.ts'
import { useMeeting } from './useMeeting.ts'
import { useServerNow } from './useServerNow.ts'
import { useValue } from './valueStore.ts'
import { viewerZone } from './viewerZone.ts'

export type ClockReading = {
  is: 'waiting' | 'unknown' | 'running' | 'ending' | 'paused' | 'over' | 'ended'
  /** `8:48`; counts up once the timebox has overrun. Null where no clock runs. */
  figures: string | null
  words: string
  isOver: boolean
  /** The time of the current item, as `18:00`. */
  allotted: string
  /** Share of it that is used, 0 to 1. */
  used: number
}

export const ENDING_MS = 120_000
const nothingYet = { figures: null, isOver: false, allotted: '', used: 0 } as const

/** What the clock says at `now`, the server's time in ms; null while that is not known. */
export function readClock(meeting: Meeting, now: number | null): ClockReading {
  if (meeting.status === 'scheduled') return { ...nothingYet, is: 'waiting', words: startsWhen(meeting, now) }
  const item = currentItem(meeting)
  if (meeting.status === 'ended' || !item)
    return { ...nothingYet, is: 'ended', words: 'The meeting has ended' }
  const ofMs = allottedMs(item)
  const allotted = figuresOf(ofMs)
  const { timebox } = meeting
  const left = timebox.state === 'paused' ? timebox.remainingMs : now !== null && remainingMs(timebox, now)
  if (now === null || left === false || left === null) {
    return { ...nothingYet, is: 'unknown', figures: '–:––', words: `left of ${allotted}`, allotted }
  }
  const isOver = left < 0
  const figures = isOver ? figuresOf(Math.ceil(-left / 1_000) * 1_000) : figuresOf(left)
  const used = Math.min(1, spentMsUntil(meeting, item, now) / ofMs)
  const reading = { figures, isOver, allotted, used }
  if (timebox.state === 'paused')
    return { ...reading, is: 'paused', words: isOver ? 'over, paused' : 'paused' }
  if (isOver) return { ...reading, is: 'over', words: 'over' }
  if (left <= ENDING_MS && ofMs > ENDING_MS) {
    return { ...reading, is: 'ending', words: 'left. Wrap up or take two more' }
  }
  return { ...reading, is: 'running', words: `left of ${allotted}` }
}

export function useClockReading(): ClockReading {
  const reading = readClock(useMeeting(), useServerNow())
  const isOffline = useValue(useRoom().save).is === 'offline'
  // The meeting may have been paused or moved on meanwhile: nobody here can know.
  return isOffline && reading.is === 'running' ? { ...reading, words: 'by this device’s clock' } : reading
}

/** `Starts 14:00`, with its day unless that is today. A planned time that has passed starts nothing. */
function startsWhen(meeting: Meeting, now: number | null): string {
  const { startsAt } = meeting
  if (startsAt !== null && now !== null && startsAt > now) {
    const day = nearDay(startsAt, now, viewerZone())
    return `Starts ${day === 'today' ? '' : `${day}, `}${clockTime(startsAt, viewerZone())}`
  }
  const facilitator = facilitatorOf(meeting)
  if (!facilitator) return `${plannedMinutesOf(meeting)} minutes, once it starts`
  return `Starts when ${shortNameOf(meeting, facilitator.personId)} starts it`
}

/** Whole seconds of a length in ms, as `8:48`. */
export function figuresOf(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
