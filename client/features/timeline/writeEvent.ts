import {
  addTimelineEvent,
  describeTimelineEvent,
  type TimelineEvent,
} from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { newId, type Room } from '../../room/room.ts'
import type { DescribedEvent } from './eventForm.ts'

/** Adds the event, or writes what has changed about one. A time that was not touched keeps its seconds. */
export function writeEvent(room: Room, before: TimelineEvent | null, described: DescribedEvent): void {
  const { contentDoc, origin, undo, me } = room
  undo.stopCapturing()
  if (!before) {
    const id = newId<TimelineEventId>()
    const by = me?.personId ?? null
    addTimelineEvent(contentDoc, { ...described, id, by, createdAt: room.now() }, origin)
    return
  }
  const { text: _typedInPlace, ...fields } = described
  const isSameMinute = (a: number | null, b: number | null) =>
    a !== null && b !== null && Math.floor(a / 60_000) === Math.floor(b / 60_000)
  describeTimelineEvent(
    contentDoc,
    before.id,
    {
      ...fields,
      occurred: isSameMinute(fields.occurred.at, before.occurred.at)
        ? { ...fields.occurred, at: before.occurred.at }
        : fields.occurred,
      firstSeenAt: isSameMinute(fields.firstSeenAt, before.firstSeenAt)
        ? before.firstSeenAt
        : fields.firstSeenAt,
    },
    origin,
  )
}
