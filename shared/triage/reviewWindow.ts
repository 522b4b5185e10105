import type { MeetingStage } from '../meeting/meeting.ts'
import { lengthInWords } from '../time/lengthInWords.ts'

const HOUR_MS = 3_600_000
export const WINDOW_OPENS_AFTER_MS = 24 * HOUR_MS
export const WINDOW_CLOSES_AFTER_MS = 72 * HOUR_MS
const CLOSING_SOON_MS = 12 * HOUR_MS

/** A review is best held 24 to 72 hours after the incident was resolved: counted in hours, whatever the clocks do. */
export type ReviewWindow =
  | { is: 'notResolved' }
  | {
      is: 'tooEarly' | 'inWindow' | 'closingSoon' | 'late'
      opensAt: number
      closesAt: number
    }

export function reviewWindow(resolvedAt: number | null, now: number): ReviewWindow {
  if (resolvedAt === null) return { is: 'notResolved' }
  const [opensAt, closesAt] = [resolvedAt + WINDOW_OPENS_AFTER_MS, resolvedAt + WINDOW_CLOSES_AFTER_MS]
  const bounds = { opensAt, closesAt }
  if (now < opensAt) return { is: 'tooEarly', ...bounds }
  if (now > closesAt) return { is: 'late', ...bounds }
  return { is: closesAt - now <= CLOSING_SOON_MS ? 'closingSoon' : 'inWindow', ...bounds }
}

/** `In the window, which closes in 5 h`: where a review that has not been held stands. */
export function windowInWords(resolvedAt: number | null, now: number): string {
  const open = reviewWindow(resolvedAt, now)
  switch (open.is) {
    case 'notResolved':
      return 'When it was resolved is not known'
    case 'tooEarly':
      return `Early still. The window opens in ${roughly(open.opensAt - now)}`
    case 'inWindow':
      return `In the window. It closes in ${roughly(open.closesAt - now)}`
    case 'closingSoon':
      return `The window closes in ${roughly(open.closesAt - now)}`
    case 'late':
      return `The window closed ${roughly(now - open.closesAt)} ago`
  }
}

/** `First facts within 24 h of it: 9 h left`: where the first review of a major incident stands. */
export function firstReviewInWords(resolvedAt: number | null, now: number): string {
  if (resolvedAt === null) return 'First facts within 24 h'
  const left = resolvedAt + WINDOW_OPENS_AFTER_MS - now
  return left >= 0
    ? `First facts within 24 h: ${roughly(left)} left`
    : `First facts were planned within 24 h, ${roughly(-left)} ago`
}

type PlannedMeeting = { stage: MeetingStage; resolvedAt: number | null; startsAt: number }

/** `47 h after it was resolved, in the window`: where a planned meeting lies. Null for a deep dive, which has no window. */
export function plannedInWords({ stage, resolvedAt, startsAt }: PlannedMeeting): string | null {
  if (stage === 'deepDive') return null
  if (resolvedAt === null) return 'when it was resolved is not known'
  if (startsAt < resolvedAt) return 'before it was resolved'
  const after = `${roughly(startsAt - resolvedAt)} after it was resolved`
  const open = reviewWindow(resolvedAt, startsAt)
  if (stage === 'initial')
    return `${after}, ${open.is === 'tooEarly' ? 'within' : 'later than'} the first 24 h`
  if (open.is === 'tooEarly') return `${after}, before the window opens`
  return `${after}, ${open.is === 'late' ? 'when the window has closed' : 'in the window'}`
}

/** `met 47 h after it was resolved`: where a review was held. */
export function heldInWords(resolvedAt: number, heldAt: number): string {
  return heldAt < resolvedAt
    ? 'met before it was resolved'
    : `met ${roughly(heldAt - resolvedAt)} after it was resolved`
}

/** `9 hours`, `1 hour`, `40 minutes`: what is left of less than a day or two. Rounded down. */
export function aheadInWords(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS)
  const [count, unit] = hours > 0 ? [hours, 'hour'] : [Math.floor(ms / MINUTE_MS), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const MINUTE_MS = 60_000
const MOST_HOURS_TOLD = 96

/** Rounded down: what closes in 59 minutes does not close in an hour. */
function roughly(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS)
  if (hours === 0) return lengthInWords(Math.floor(ms / MINUTE_MS))
  return hours < MOST_HOURS_TOLD ? `${hours} h` : `${Math.floor(hours / 24)} days`
}
