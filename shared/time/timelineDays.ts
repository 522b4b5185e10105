import type { TimelineEvent } from '../content/timeline.ts'
import { calendarDay } from './calendarDay.ts'

/** `at` is an instant on that day; null when no event of it has a known time. */
export type TimelineDay = { at: number | null; timelineEvents: TimelineEvent[] }

/**
 * A timeline in order, cut into the days of `zone`. An event of which only the order is known has a placeholder for a
 * time, so it stands under the day of the event before it, or of the one after it if it comes first.
 */
export function timelineDays(timeline: readonly TimelineEvent[], zone: string): TimelineDay[] {
  const days: TimelineDay[] = []
  const dayOf = rememberedDays(zone)
  for (const timelineEvent of timeline) {
    const day = days.at(-1)
    const at = timelineEvent.occurred.precision === 'order' ? null : timelineEvent.occurred.at
    if (!day) days.push({ at, timelineEvents: [timelineEvent] })
    else if (at === null || day.at === null || dayOf(day.at) === dayOf(at)) {
      day.at ??= at
      day.timelineEvents.push(timelineEvent)
    } else days.push({ at, timelineEvents: [timelineEvent] })
  }
  return days
}

/** Since 1972 no zone is off UTC by anything but quarters of an hour, so one reading of the calendar does for each. */
const QUARTER_MS = 15 * 60_000

/** Asking the calendar is slow, and of thousands of events most stand close together. */
function rememberedDays(zone: string): (at: number) => string {
  const dayByQuarter = new Map<number, string>()
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS)
    const known = dayByQuarter.get(quarter)
    if (known !== undefined) return known
    const day = calendarDay(at, zone)
    dayByQuarter.set(quarter, day)
    return day
  }
}
