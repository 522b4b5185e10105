import type { TimelineEvent } from '../content/timeline.ts'
import type { TimelineEventId } from '../ids.ts'
import type { OrderEdit } from './inWrittenOrder.ts'
import { placeInOrder } from './placeInOrder.ts'

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
  const above = timeline[Math.min(position, position + step) - 1]?.id ?? null
  const eventMoved = { moved: event.id, after: step === 1 ? beside.id : above }
  const besideMoved = { moved: beside.id, after: step === 1 ? above : event.id }
  if (event.occurred.at !== beside.occurred.at && !isOrderOnly(event) && !isOrderOnly(beside)) return []
  const { moved, after } = isOrderOnly(beside) && !isOrderOnly(event) ? besideMoved : eventMoved
  return placeInOrder(timeline, moved, after)?.edits ?? []
}

const isOrderOnly = ({ occurred }: TimelineEvent): boolean => occurred.precision === 'order'
