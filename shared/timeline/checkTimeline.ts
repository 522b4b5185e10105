import type { Incident } from '../content/incident.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import { isKnownZone } from '../time/zonedParts.ts'
import { futureTimes } from './futureTimes.ts'
import { impossibleOrder } from './impossibleOrder.ts'
import { missingStages } from './missingStages.ts'
import type { TimelineFinding } from './timelineFinding.ts'
import { timelineGaps } from './timelineGaps.ts'

/** What is missing from a timeline in order, or cannot have been as it stands. Nothing legal is ever in it. */
export function checkTimeline(
  incident: Incident,
  timeline: readonly TimelineEvent[],
  now: number,
): TimelineFinding[] {
  return [
    ...unknownZone(incident.zone),
    ...futureTimes(incident, timeline, now),
    ...impossibleOrder(incident, timeline),
    ...timelineGaps(incident, timeline),
    ...missingStages(incident, timeline),
  ]
}

function unknownZone(zone: string): TimelineFinding[] {
  if (isKnownZone(zone)) return []
  const sentence = `The time zone “${zone.slice(0, 60)}” is not known, so times are shown in UTC.`
  return [{ kind: 'zone', sentence, eventIds: [] }]
}
