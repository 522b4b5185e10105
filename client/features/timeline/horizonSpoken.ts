import { sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { atHorizon } from '../../../shared/time/horizonInWords.ts'

/** “Horizon at 14:31. 7 events visible, 8 not yet known”. */
export function horizonSpoken(
  horizonAt: number | null,
  timeline: readonly TimelineEvent[],
  zone: string,
): string {
  const visible = timeline.filter((event) => sightOf(event, horizonAt) === 'seen').length
  const events = visible === 1 ? 'event' : 'events'
  if (horizonAt === null) return `The horizon is cleared. ${visible} ${events} visible`
  const hidden = timeline.length - visible
  return `Horizon ${atHorizon(horizonAt, timeline, zone)}. ${visible} ${events} visible, ${hidden} not yet known`
}
