import * as Y from 'yjs'
import * as z from 'zod/mini'
import { type PreparationMarkId, personId, preparationMarkId } from '../ids.ts'
import { type EditOrigin, preparationMarksOf } from './contentDoc.ts'
import { instant, orNull } from './fields.ts'
import { type RecordView, readRecords, viewRecords } from './records.ts'

export const MOST_MARK_REASON = 300

/** What somebody said by hand about the preparation, because no data can say it. */
export const preparationMark = z.object({
  id: preparationMarkId,
  /** `done` and `notNeeded` of what is to be prepared or who is to come; `invited` of a person or team; `yes` and `no` answer a question. */
  says: z.enum(['done', 'notNeeded', 'invited', 'yes', 'no']),
  reason: z.catch(z.string().check(z.maxLength(MOST_MARK_REASON)), ''),
  by: orNull(personId),
  at: z.catch(instant, 0),
})
export type PreparationMark = z.infer<typeof preparationMark>

const inOrder = (a: PreparationMark, b: PreparationMark): number => (a.id < b.id ? -1 : 1)

export const readPreparationMarks = (doc: Y.Doc): PreparationMark[] =>
  readRecords(preparationMarksOf(doc), preparationMark).sort(inOrder)
export const viewPreparationMarks = (doc: Y.Doc): RecordView<PreparationMark> =>
  viewRecords(preparationMarksOf(doc), preparationMark, inOrder)

/** `item` is one of the checklist, `role` one of the incident; `manages` asks a facilitator whether they manage someone here. */
export type MarkSubject = 'item' | 'role' | 'person' | 'team' | 'name' | 'manages'

export const markIdOf = (subject: MarkSubject, which: string): PreparationMarkId =>
  `${subject}-${which}`.slice(0, 64) as PreparationMarkId // ids and keys are letters that fit an id

/** Takes the place of what was said of the same thing before. */
export function makeMark(doc: Y.Doc, { id, ...fields }: PreparationMark, origin: EditOrigin): void {
  doc.transact(() => preparationMarksOf(doc).set(id, new Y.Map<unknown>(Object.entries(fields))), origin)
}

export function takeMarkBack(doc: Y.Doc, id: PreparationMarkId, origin: EditOrigin): void {
  doc.transact(() => preparationMarksOf(doc).delete(id), origin)
}
