import { type Sight, sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { timeBeside } from '../../../shared/time/momentInWords.ts'

/** `14:31`, with its day where the timeline has several. The placeholder of an order-only event is no time to show. */
export function horizonInWords(horizonAt: number, timeline: readonly TimelineEvent[], zone: string): string {
  const here = timeline.filter(({ occurred }) => occurred.at === horizonAt)
  if (here.length > 0 && here.every(({ occurred }) => occurred.precision === 'order'))
    return 'a time not known'
  return timeBeside(horizonAt, timeline[0]?.occurred.at ?? horizonAt, zone)
}

/** “Horizon at 14:31. 7 events visible, 8 not yet known”. */
export function horizonSpoken(
  horizonAt: number | null,
  timeline: readonly TimelineEvent[],
  zone: string,
): string {
  const count = (wanted: Sight) => timeline.filter((event) => sightOf(event, horizonAt) === wanted).length
  const visible = count('seen')
  const events = visible === 1 ? 'event' : 'events'
  if (horizonAt === null) return `The horizon is cleared. ${visible} ${events} visible`
  const hidden = timeline.length - visible
  return `Horizon at ${horizonInWords(horizonAt, timeline, zone)}. ${visible} ${events} visible, ${hidden} not yet known`
}
