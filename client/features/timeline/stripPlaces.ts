import type { TimelineEvent } from '../../../shared/content/timeline.ts'

/**
 * Where each event stands on the strip, from 0 to 1, to scale. Those of which only the order is known share the gap
 * between their neighbours evenly, since their placeholder has no place on a scale.
 */
export function stripPlaces(timeline: readonly TimelineEvent[]): ReadonlyMap<string, number> {
  const timed = timeline.filter(({ occurred }) => occurred.precision !== 'order')
  const from = timed[0]?.occurred.at ?? 0
  const spanMs = Math.max((timed.at(-1)?.occurred.at ?? from) - from, 1)
  const places = new Map(timed.map(({ id, occurred }) => [String(id), (occurred.at - from) / spanMs]))
  timeline.forEach(({ id }, position) => {
    if (places.has(id)) return
    const before = timeline.slice(0, position).findLast((other) => places.has(other.id))
    const start = before ? (places.get(before.id) ?? 0) : 0
    const next = timeline.findIndex((other, at) => at > position && other.occurred.precision !== 'order')
    const end = next < 0 ? 1 : (places.get(timeline[next]?.id ?? '') ?? 1)
    const inGap = (next < 0 ? timeline.length : next) - position + 1
    places.set(id, start + (end - start) / inGap)
  })
  return places
}
