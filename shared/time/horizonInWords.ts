import type { TimelineEvent } from '../content/timeline.ts'
import { timeBeside } from './momentInWords.ts'

/**
 * `14:31`, with its day where the timeline has several. On an event of which only the order is known it is `after
 * 14:28`, the last time that is known: a placeholder is no time to show.
 */
export function horizonInWords(horizonAt: number, timeline: readonly TimelineEvent[], zone: string): string {
  const at = atHorizon(horizonAt, timeline, zone)
  return at.startsWith('at ') ? at.slice(3) : at
}

/** `at 14:31`, or `after 14:28`. */
export function atHorizon(horizonAt: number, timeline: readonly TimelineEvent[], zone: string): string {
  const inWords = (at: number) => timeBeside(at, timeline[0]?.occurred.at ?? at, zone)
  const here = timeline.filter(({ occurred }) => occurred.at === horizonAt)
  if (here.length === 0 || here.some(isTimed)) return `at ${inWords(horizonAt)}`
  const known = timeline.findLast(
    (timelineEvent) => isTimed(timelineEvent) && timelineEvent.occurred.at < horizonAt,
  )
  return known ? `after ${inWords(known.occurred.at)}` : 'at the beginning'
}

const isTimed = ({ occurred }: TimelineEvent): boolean => occurred.precision !== 'order'
