import { dayInWords } from '../../../shared/time/calendarDay.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import { timeBeside } from '../../../shared/time/momentInWords.ts'
import type { PlannedMeeting } from '../../../shared/wire/stages.ts'
import { viewerZone } from '../../room/viewerZone.ts'

/** When it was held, since when it goes on, or when it is meant to begin, on the clock of whoever reads. */
export function heldWhen({ status, startsAt, startedAt, endedAt }: PlannedMeeting): string {
  const zone = viewerZone()
  const told = (at: number) => `${dayInWords(at, zone)}, ${clockTime(at, zone)}`
  if (startedAt === null) return startsAt === null ? 'No time is chosen yet' : told(startsAt)
  if (status !== 'ended' || endedAt === null) return `Since ${told(startedAt)}`
  return `${told(startedAt)} to ${timeBeside(endedAt, startedAt, zone)}`
}
