import { isSame } from '../../../shared/content/notesCopy.ts'
import {
  addTimelineEvent,
  describeTimelineEvent,
  type EventChange,
  type TimelineEvent,
} from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { newId, type Room } from '../../room/room.ts'
import type { DescribedEvent } from './eventForm.ts'

/** Adds the event, or writes what has changed about one as it was `before`. A time that was not touched keeps its seconds. */
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
  const after = {
    ...fields,
    occurred: isSameMinute(fields.occurred.at, before.occurred.at)
      ? { ...fields.occurred, at: before.occurred.at }
      : fields.occurred,
    firstSeenAt: isSameMinute(fields.firstSeenAt, before.firstSeenAt)
      ? before.firstSeenAt
      : fields.firstSeenAt,
  }
  // Another may be writing another part of it in the same moment.
  const changed = Object.entries(after).filter(([field, value]) => !isSame(value, Reflect.get(before, field)))
  const change: EventChange = Object.fromEntries(changed)
  describeTimelineEvent(contentDoc, before.id, change, origin)
}
