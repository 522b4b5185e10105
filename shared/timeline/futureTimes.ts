import { type Incident, incidentMoments } from '../content/incident.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import { momentWithDay } from '../time/momentInWords.ts'
import { momentSpan } from './momentSpan.ts'
import type { TimelineFinding } from './timelineFinding.ts'

/** Times that have not come yet: mostly a wrong year, or a wrong zone. */
export function futureTimes(
  { times, zone }: Incident,
  timeline: readonly TimelineEvent[],
  now: number,
): TimelineFinding[] {
  const stated = incidentMoments.flatMap((name): TimelineFinding[] => {
    const moment = times[name]
    if (!moment || !((momentSpan(moment)?.from ?? now) > now)) return []
    const sentence = `That it was ${name} has a time that has not come yet: ${momentWithDay(moment, zone)}.`
    return [{ kind: 'future', sentence, eventIds: [] }]
  })
  const told = timeline.flatMap(({ id, occurred, firstSeenAt }): TimelineFinding[] => {
    if ((momentSpan(occurred)?.from ?? now) > now) {
      const sentence = `This has a time that has not come yet: ${momentWithDay(occurred, zone)}.`
      return [{ kind: 'future', sentence, eventIds: [id] }]
    }
    if (firstSeenAt === null || firstSeenAt <= now) return []
    const seen = { at: firstSeenAt, precision: 'minute' } as const
    const sentence = `This is first seen at a time that has not come yet: ${momentWithDay(seen, zone)}.`
    return [{ kind: 'future', sentence, eventIds: [id] }]
  })
  return [...stated, ...told]
}
