import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { agendaItemId } from '../ids.ts'
import { type ActionItem, actionItem, readActionItems } from './actionItems.ts'
import { type Attachment, attachment, readAttachments } from './attachments.ts'
import { type Card, card, readCards } from './cards.ts'
import {
  actionItemsOf,
  attachmentsOf,
  cardsOf,
  metricSeriesOf,
  preparationMarksOf,
  roleHoldersOf,
  type StoredRecords,
  timelineOf,
} from './contentDoc.ts'
import { type Incident, incident, readImpact, readIncident, readSummary } from './incident.ts'
import { type MetricSeries, metricSeries, readMetricSeries } from './metricSeries.ts'
import { notesItemsOf, notesOf } from './notes.ts'
import { copyNotes, type NotesNode, notesNode } from './notesCopy.ts'
import { type ContentPlace, type RecordRoot, recordRoots } from './place.ts'
import { type PreparationMark, preparationMark, readPreparationMarks } from './preparationMarks.ts'
import { type RoleHolder, readRoleHolders, roleHolder } from './roleHolders.ts'
import { readTimeline, type TimelineEvent, timelineEvent } from './timeline.ts'

export type CopiedNotes = { itemId: z.infer<typeof agendaItemId>; nodes: NotesNode[] }

/** The content at one moment, as plain values: all that this version understands of a document. */
export type ContentCopy = {
  incident: Incident | null
  summary: string
  impact: string
  /** In order, like cards and actions. */
  timeline: TimelineEvent[]
  cards: Card[]
  actionItems: ActionItem[]
  roleHolders: RoleHolder[]
  preparationMarks: PreparationMark[]
  metricSeries: MetricSeries[]
  attachments: Attachment[]
  /** Only where somebody wrote. */
  notes: CopiedNotes[]
  /** What was there and could not be read. Nobody knows how it looked, so nothing may be put in its place. */
  leftOut: (ContentPlace | RecordRoot | 'notes')[]
}

const recordsOf: Record<RecordRoot, (doc: Y.Doc) => StoredRecords> = {
  timeline: timelineOf,
  cards: cardsOf,
  actionItems: actionItemsOf,
  roleHolders: roleHoldersOf,
  preparationMarks: preparationMarksOf,
  metricSeries: metricSeriesOf,
  attachments: attachmentsOf,
}
export const storedRecordsOf = (doc: Y.Doc, root: RecordRoot): StoredRecords => recordsOf[root](doc)

export function copyContent(doc: Y.Doc): ContentCopy {
  const records = {
    timeline: readTimeline(doc),
    cards: readCards(doc),
    actionItems: readActionItems(doc),
    roleHolders: readRoleHolders(doc),
    preparationMarks: readPreparationMarks(doc),
    metricSeries: readMetricSeries(doc),
    attachments: readAttachments(doc),
  }
  const leftOut = recordRoots.flatMap((root) => {
    const read = new Set<string>(records[root].map(({ id }) => id))
    const stored = [...storedRecordsOf(doc, root).keys()].filter(isId)
    return stored.flatMap((id) => (read.has(id) ? [] : [`${root}/${id}` as const]))
  })
  const notes = notesItemsOf(doc).flatMap((itemId) => {
    const nodes = copyNotes(notesOf(doc, itemId))
    return nodes.length > 0 ? [{ itemId, nodes }] : []
  })
  const prose = { summary: readSummary(doc), impact: readImpact(doc) }
  return { incident: readIncident(doc), ...prose, ...records, notes, leftOut }
}

/**
 * A copy as it comes back from where it was kept; null if it is none at all. A broken piece is left out by itself, and
 * named, so that bringing the rest back does not remove it.
 */
export function readContentCopy(kept: unknown): ContentCopy | null {
  const parsed = z.looseObject({}).safeParse(kept)
  if (!parsed.success) return null
  const fields = parsed.data
  const leftOut = new Set<ContentCopy['leftOut'][number]>(namesOf(fields.leftOut))
  const one = <Value>(place: ContentPlace, schema: z.ZodMiniType<Value>, otherwise: Value): Value => {
    const read = schema.safeParse(fields[place])
    if (!read.success) leftOut.add(place)
    return read.success ? read.data : otherwise
  }
  const many = <Value>(root: RecordRoot | 'notes', key: string, schema: z.ZodMiniType<Value>): Value[] => {
    const list = fields[root] ?? (isYounger(root) ? [] : undefined)
    if (!Array.isArray(list)) {
      leftOut.add(root)
      return []
    }
    return list.flatMap((entry: unknown) => {
      const read = schema.safeParse(entry)
      if (read.success) return [read.data]
      const id = z.looseObject({ [key]: agendaItemId }).safeParse(entry) // any id of ours has this form
      leftOut.add(id.success ? `${root}/${String(id.data[key])}` : root)
      return []
    })
  }
  return {
    incident: one('incident', z.nullable(incident), null),
    summary: one('summary', z.string(), ''),
    impact: one('impact', z.string(), ''),
    timeline: many('timeline', 'id', timelineEvent),
    cards: many('cards', 'id', card),
    actionItems: many('actionItems', 'id', actionItem),
    roleHolders: many('roleHolders', 'id', roleHolder),
    preparationMarks: many('preparationMarks', 'id', preparationMark),
    metricSeries: many('metricSeries', 'id', metricSeries),
    attachments: many('attachments', 'id', attachment),
    notes: many('notes', 'itemId', z.object({ itemId: agendaItemId, nodes: z.array(notesNode) })),
    leftOut: [...leftOut],
  }
}

/** A copy made before there was such a thing held none of it. */
const isYounger = (root: RecordRoot | 'notes'): boolean =>
  ['roleHolders', 'preparationMarks', 'metricSeries', 'attachments'].includes(root)

/** A record under anything else can never be read. */
const isId = (key: string): boolean => agendaItemId.safeParse(key).success

/** Written by us; anything else in it only keeps more from being touched. */
const namesOf = (kept: unknown): ContentCopy['leftOut'] =>
  Array.isArray(kept) ? (kept.filter((name) => typeof name === 'string') as ContentCopy['leftOut']) : []
