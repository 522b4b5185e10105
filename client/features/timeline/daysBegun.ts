import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { weekdayInWords } from '../../../shared/time/calendarDay.ts'
import { timelineDays } from '../../../shared/time/timelineDays.ts'

/** Which events begin a day, and its name; the first day stands in the header. */
export const daysBegun = (
  timeline: readonly TimelineEvent[],
  zone: string,
): ReadonlyMap<TimelineEventId, string> =>
  new Map(
    timelineDays(timeline, zone)
      .slice(1)
      .flatMap(({ at, timelineEvents: [first] }) =>
        first && at !== null ? [[first.id, weekdayInWords(at, zone)] as const] : [],
      ),
  )
