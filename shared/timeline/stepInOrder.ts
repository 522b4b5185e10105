import type { TimelineEvent } from '../content/timeline.ts'
import type { TimelineEventId } from '../ids.ts'

export type OrderEdit = {
  id: TimelineEventId
  change: Pick<TimelineEvent, 'occurred'> | { createdAt: number }
}

/**
 * What to write so that an event stands one place further up or down. None where the times say which came first: those of
 * equal time, and those of which only the order is known, are all that can be put in an order.
 */
export function stepInOrder(
  timeline: readonly TimelineEvent[],
  id: TimelineEventId,
  step: 1 | -1,
): OrderEdit[] {
  const position = timeline.findIndex((event) => event.id === id)
  const [event, beside] = [timeline[position], timeline[position + step]]
  if (!event || !beside) return []
  const [upper, lower] = step === 1 ? [event, beside] : [beside, event]
  const rest = timeline.filter((other) => other !== upper && other !== lower)
  const above = Math.min(position, position + step)
  const swapped = [...rest.slice(0, above), lower, upper, ...rest.slice(above)]
  if (upper.occurred.at === lower.occurred.at) return inWrittenOrder(swapped, upper.occurred.at)
  if (isOrderOnly(event)) return placeholderBeside(swapped, event, beside, step)
  return isOrderOnly(beside) ? placeholderBeside(swapped, beside, event, step === 1 ? -1 : 1) : []
}

const isOrderOnly = ({ occurred }: TimelineEvent): boolean => occurred.precision === 'order'

/** A placeholder past the event it went by: between that one and the next, or at the same time and then in written order. */
function placeholderBeside(
  swapped: TimelineEvent[],
  moved: TimelineEvent,
  passed: TimelineEvent,
  step: 1 | -1,
): OrderEdit[] {
  const next = swapped[swapped.indexOf(moved) + step]
  const gap = next ? Math.abs(next.occurred.at - passed.occurred.at) : 2
  const at = gap >= 2 ? passed.occurred.at + step * Math.min(Math.floor(gap / 2), 1_000) : passed.occurred.at
  const occurred = { ...moved.occurred, at }
  const placed = swapped.map((event) => (event === moved ? { ...event, occurred } : event))
  const write: OrderEdit = { id: moved.id, change: { occurred } }
  return at === passed.occurred.at ? [write, ...inWrittenOrder(placed, at)] : [write]
}

/** Events of one time stand as they were written, so the order is put into when that was; as few as can be change. */
function inWrittenOrder(wanted: readonly TimelineEvent[], at: number): OrderEdit[] {
  let before = Number.NEGATIVE_INFINITY
  return wanted
    .filter(({ occurred }) => occurred.at === at)
    .flatMap(({ id, createdAt }) => {
      const written = createdAt > before ? createdAt : before + 1
      before = written
      return written === createdAt ? [] : [{ id, change: { createdAt: written } }]
    })
}
