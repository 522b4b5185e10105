import * as Y from 'yjs'
import * as z from 'zod/mini'
import {
  type AttachmentId,
  agendaItemId,
  attachedFileId,
  attachmentId,
  cardId,
  personId,
  timelineEventId,
} from '../ids.ts'
import { attachmentsOf, type EditOrigin } from './contentDoc.ts'
import { instant, orNull, safeUrl } from './fields.ts'
import { type RecordView, readRecords, viewRecords } from './records.ts'

/** How much of a log is in the document itself; the rest is fetched by whoever opens it. */
export const EXCERPT_LINES = 8
export const MOST_EXCERPT = 2_000
export const MOST_ATTACHMENT_NAME = 200

/** What something can be attached to: a card, an event, or the notes of an agenda item. */
export const attachTarget = z.discriminatedUnion('on', [
  z.object({ on: z.literal('card'), id: cardId }),
  z.object({ on: z.literal('event'), id: timelineEventId }),
  z.object({ on: z.literal('notes'), id: agendaItemId }),
])
export type AttachTarget = z.infer<typeof attachTarget>

const about = {
  id: attachmentId,
  target: attachTarget,
  name: z.string().check(z.minLength(1), z.maxLength(MOST_ATTACHMENT_NAME)),
  by: orNull(personId),
  createdAt: z.catch(instant, 0),
}
const count = z.catch(z.int().check(z.gte(0)), 0)
/** Where its bytes are. What is said of them here is a claim: the server looks for itself before it serves them. */
const kept = { fileId: attachedFileId, size: count }

/** Something that shows where a statement comes from. Written once, never edited; its bytes are not in the document. */
export const attachment = z.discriminatedUnion('what', [
  z.object({
    ...about,
    what: z.literal('image'),
    ...kept,
    thumbnailId: orNull(attachedFileId),
    width: count,
    height: count,
  }),
  z.object({
    ...about,
    what: z.literal('log'),
    ...kept,
    lines: count,
    excerpt: z.string().check(z.maxLength(MOST_EXCERPT)),
  }),
  z.object({ ...about, what: z.literal('file'), ...kept }),
  z.object({ ...about, what: z.literal('link'), url: safeUrl }),
])
export type Attachment = z.infer<typeof attachment>
export type AttachedImage = Extract<Attachment, { what: 'image' }>
export type AttachedLog = Extract<Attachment, { what: 'log' }>

export const attachmentWords: Record<Attachment['what'], string> = {
  image: 'picture',
  log: 'log',
  file: 'file',
  link: 'link',
}

const inOrder = (a: Attachment, b: Attachment): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

export const readAttachments = (doc: Y.Doc): Attachment[] =>
  readRecords(attachmentsOf(doc), attachment).sort(inOrder)
export const viewAttachments = (doc: Y.Doc): RecordView<Attachment> =>
  viewRecords(attachmentsOf(doc), attachment, inOrder)

export const isAttachedTo =
  ({ on, id }: AttachTarget) =>
  ({ target }: Pick<Attachment, 'target'>): boolean =>
    target.on === on && target.id === id

export function addAttachment(doc: Y.Doc, { id, ...fields }: Attachment, origin: EditOrigin): void {
  doc.transact(() => attachmentsOf(doc).set(id, new Y.Map<unknown>(Object.entries(fields))), origin)
}

/** The bytes stay where they are, so that undo and history have something to show. */
export function removeAttachment(doc: Y.Doc, id: AttachmentId, origin: EditOrigin): void {
  doc.transact(() => attachmentsOf(doc).delete(id), origin)
}

/** How long a log is, and how it begins: whole lines, but for a line without end. */
export function excerptOf(text: string): { lines: number; excerpt: string } {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < text.length - 1; at = text.indexOf('\n', at + 1))
    lines++
  const start = text.slice(0, MOST_EXCERPT).split('\n', EXCERPT_LINES).join('\n')
  return { lines, excerpt: start.toWellFormed().trimEnd() }
}
