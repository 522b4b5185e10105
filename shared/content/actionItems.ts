import * as Y from 'yjs'
import * as z from 'zod/mini'
import { type ActionItemId, actionItemId, cardId, personId } from '../ids.ts'
import { actionItemsOf, type EditOrigin } from './contentDoc.ts'
import { instant, orderKey, orNull, recordText } from './fields.ts'
import { byOrderKey, orderKeyAfter, orderKeyAtEnd } from './order.ts'
import { type RecordView, readRecords, storedRecord, textOf, viewRecords } from './records.ts'

export const actionAims = ['prevent', 'detect', 'mitigate', 'communicate'] as const
export const actionPriorities = ['high', 'medium', 'low'] as const
export const actionEfforts = ['small', 'medium', 'large'] as const

/** Exactly one owner: a person of this room, or a name that came with an import. */
const owner = z.object({ personId: z.nullable(personId), name: z.string().check(z.maxLength(60)) })

/** One outcome, one owner, one due date. What becomes of it after the meeting is decided by the server, not here. */
export const actionItem = z.object({
  id: actionItemId,
  key: orderKey,
  state: z.catch(z.enum(['idea', 'candidate']), 'idea'),
  outcome: recordText,
  /** How we will know it is done. */
  verification: recordText,
  /** What makes it realistic: the first step, who helps, what could stand in the way. */
  path: recordText,
  owner: orNull(owner),
  /** A calendar date, `2026-03-24`. */
  dueOn: orNull(z.iso.date()),
  priority: orNull(z.enum(actionPriorities)),
  aim: orNull(z.enum(actionAims)),
  effort: orNull(z.enum(actionEfforts)),
  /** The card that says why. */
  findingId: orNull(cardId),
  by: orNull(personId),
  createdAt: z.catch(instant, 0),
})
export type ActionItem = z.infer<typeof actionItem>

export type ActionItemText = 'outcome' | 'verification' | 'path'

export const readActionItems = (doc: Y.Doc): ActionItem[] =>
  readRecords(actionItemsOf(doc), actionItem).sort(byOrderKey)
export const viewActionItems = (doc: Y.Doc): RecordView<ActionItem> =>
  viewRecords(actionItemsOf(doc), actionItem, byOrderKey)
export const actionItemTextOf = (doc: Y.Doc, id: ActionItemId, field: ActionItemText): Y.Text | null =>
  textOf(actionItemsOf(doc), id, field)

export type NewActionItem = Pick<ActionItem, 'id' | 'outcome' | 'by' | 'createdAt'> &
  Partial<Pick<ActionItem, 'owner' | 'dueOn' | 'findingId'>>

/** Starts as an idea, at the end of the list. */
export function addActionItem(doc: Y.Doc, newItem: NewActionItem, origin: EditOrigin): void {
  const { id, outcome, by, createdAt, owner = null, dueOn = null, findingId = null } = newItem
  doc.transact(() => {
    const fields = {
      key: orderKeyAtEnd(readActionItems(doc)),
      state: 'idea',
      outcome: new Y.Text(outcome),
      verification: new Y.Text(),
      path: new Y.Text(),
      owner,
      dueOn,
      priority: null,
      aim: null,
      effort: null,
      findingId,
      by,
      createdAt,
    }
    actionItemsOf(doc).set(id, new Y.Map<unknown>(Object.entries(fields)))
  }, origin)
}

export function describeActionItem(
  doc: Y.Doc,
  id: ActionItemId,
  change: Partial<
    Pick<ActionItem, 'state' | 'owner' | 'dueOn' | 'priority' | 'aim' | 'effort' | 'findingId'>
  >,
  origin: EditOrigin,
): void {
  const stored = storedRecord(actionItemsOf(doc), id)
  if (!stored) return // someone removed it meanwhile
  doc.transact(() => {
    for (const [field, value] of Object.entries(change)) stored.set(field, value)
  }, origin)
}

export function moveActionItem(
  doc: Y.Doc,
  id: ActionItemId,
  afterId: ActionItemId | null,
  origin: EditOrigin,
): void {
  const stored = storedRecord(actionItemsOf(doc), id)
  if (!stored) return // someone removed it meanwhile
  const others = readActionItems(doc).filter((item) => item.id !== id)
  doc.transact(() => stored.set('key', orderKeyAfter(others, afterId)), origin)
}

export function removeActionItem(doc: Y.Doc, id: ActionItemId, origin: EditOrigin): void {
  doc.transact(() => actionItemsOf(doc).delete(id), origin)
}

/** What an action still needs before it can be committed to, in the order people fill it in. */
export function missingFrom(item: ActionItem): string[] {
  const needs: [string, unknown][] = [
    ['an outcome', item.outcome.trim()],
    ['an owner', item.owner],
    ['a due date', item.dueOn],
    ['a priority', item.priority],
    ['a finding', item.findingId],
    ['a way to tell it is done', item.verification.trim()],
  ]
  return needs.flatMap(([name, value]) => (value ? [] : [name]))
}
