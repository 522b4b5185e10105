import * as Y from 'yjs'
import * as z from 'zod/mini'
import { personId, type TimelineEventId, timelineEventId } from '../ids.ts'
import { type EditOrigin, timelineOf } from './contentDoc.ts'
import { instant, orNull, recordText, safeUrl } from './fields.ts'
import { type RecordView, readRecords, storedRecord, textOf, viewRecords } from './records.ts'

export const timelineStages = [
  'change',
  'signal',
  'detection',
  'declaration',
  'escalation',
  'diagnosis',
  'mitigation',
  'communication',
  'resolution',
  'recovery',
  'aftermath',
] as const
export const timelineStage = z.enum(timelineStages)
export type TimelineStage = z.infer<typeof timelineStage>

/** How exact a time is. With `order` only the sequence is known: the clock time is a placeholder. */
export const precisions = ['minute', 'hour', 'day', 'approx', 'order'] as const
export const moment = z.object({ at: instant, precision: z.enum(precisions) })
export type Moment = z.infer<typeof moment>

/** What a decision was made under, in the words of those who made it. Asked of decision points only. */
export const decisionParts = ['known', 'believed', 'notKnown', 'options'] as const
export type DecisionPart = (typeof decisionParts)[number]
export type DecisionContext = Record<DecisionPart, string>
export const emptyContext: DecisionContext = { known: '', believed: '', notKnown: '', options: '' }
/** A page that does not know these fields leaves them alone: it writes field by field. */
const decisionPart = z.catch(recordText, '')

export const timelineEvent = z.object({
  id: timelineEventId,
  occurred: moment,
  /** When anyone could first know of it; null if it was seen as it happened. */
  firstSeenAt: orNull(instant),
  kind: z.catch(z.enum(['event', 'decision']), 'event'),
  stage: orNull(timelineStage),
  text: recordText,
  sourceUrl: orNull(safeUrl),
  by: orNull(personId),
  createdAt: z.catch(instant, 0),
  known: decisionPart,
  believed: decisionPart,
  notKnown: decisionPart,
  options: decisionPart,
})
export type TimelineEvent = z.infer<typeof timelineEvent>

/** By time; equal times keep the order they were written in. */
function inOrder(a: TimelineEvent, b: TimelineEvent): number {
  return a.occurred.at - b.occurred.at || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

export const readTimeline = (doc: Y.Doc): TimelineEvent[] =>
  readRecords(timelineOf(doc), timelineEvent).sort(inOrder)
export const viewTimeline = (doc: Y.Doc): RecordView<TimelineEvent> =>
  viewRecords(timelineOf(doc), timelineEvent, inOrder)
export const timelineEventTextOf = (doc: Y.Doc, id: TimelineEventId): Y.Text | null =>
  textOf(timelineOf(doc), id, 'text')

export type NewTimelineEvent = Omit<TimelineEvent, DecisionPart> & Partial<DecisionContext>

export function addTimelineEvent(doc: Y.Doc, event: NewTimelineEvent, origin: EditOrigin): void {
  const { id, text, ...fields } = event
  doc.transact(() => {
    timelineOf(doc).set(id, new Y.Map<unknown>(Object.entries({ ...fields, text: new Y.Text(text) })))
  }, origin)
}

export type EventChange = Partial<
  Pick<
    TimelineEvent,
    'occurred' | 'firstSeenAt' | 'kind' | 'stage' | 'sourceUrl' | 'createdAt' | DecisionPart
  >
>

export function describeTimelineEvent(
  doc: Y.Doc,
  id: TimelineEventId,
  change: EventChange,
  origin: EditOrigin,
): void {
  const stored = storedRecord(timelineOf(doc), id)
  if (!stored) return // someone removed it meanwhile
  doc.transact(() => {
    for (const [field, value] of Object.entries(change)) stored.set(field, value)
  }, origin)
}

/** Several at once, so that they are seen and undone as one. */
export function describeTimelineEvents(
  doc: Y.Doc,
  edits: readonly { id: TimelineEventId; change: EventChange }[],
  origin: EditOrigin,
): void {
  doc.transact(() => {
    for (const { id, change } of edits) describeTimelineEvent(doc, id, change, origin)
  }, origin)
}

export function removeTimelineEvents(doc: Y.Doc, ids: readonly TimelineEventId[], origin: EditOrigin): void {
  doc.transact(() => {
    for (const id of ids) timelineOf(doc).delete(id)
  }, origin)
}

export const removeTimelineEvent = (doc: Y.Doc, id: TimelineEventId, origin: EditOrigin): void =>
  removeTimelineEvents(doc, [id], origin)
