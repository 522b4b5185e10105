import * as Y from 'yjs'
import * as z from 'zod/mini'
import { type CardId, cardId, type PersonId, personId } from '../ids.ts'
import { type Attachment, isAttachedTo } from './attachments.ts'
import { cardsOf, type EditOrigin } from './contentDoc.ts'
import { instant, orderKey, orNull, recordText, safeUrl } from './fields.ts'
import { byOrderKey, orderKeyAfter, orderKeyAtEnd } from './order.ts'
import { type RecordView, readRecords, storedRecord, textOf, viewRecords } from './records.ts'

export const cardKinds = ['fact', 'interpretation', 'question', 'wentWell', 'luck', 'parked'] as const
export const cardKind = z.enum(cardKinds)
export type CardKind = z.infer<typeof cardKind>

/** One statement. `parked` is a topic kept for later. */
export const card = z.object({
  id: cardId,
  /** Column and order in one value: written together, so two people moving one card cannot tear it apart. */
  place: z.object({ kind: cardKind, key: orderKey }),
  text: recordText,
  /** Who the browser said wrote it: a claim. Null for an import. */
  by: orNull(personId),
  evidenceUrl: orNull(safeUrl),
  factor: orNull(z.enum(['trigger', 'contributingFactor'])),
  /** When anyone could first know it; null if that does not matter to the horizon. */
  firstSeenAt: orNull(instant),
  createdAt: z.catch(instant, 0),
})
export type Card = z.infer<typeof card>

const inOrder = (a: Card, b: Card) =>
  byOrderKey({ key: a.place.key, id: a.id }, { key: b.place.key, id: b.id })

export const readCards = (doc: Y.Doc): Card[] => readRecords(cardsOf(doc), card).sort(inOrder)
export const viewCards = (doc: Y.Doc): RecordView<Card> => viewRecords(cardsOf(doc), card, inOrder)
export const cardTextOf = (doc: Y.Doc, id: CardId): Y.Text | null => textOf(cardsOf(doc), id, 'text')

const orderIn = (doc: Y.Doc, kind: CardKind, without: CardId | null = null) =>
  readCards(doc)
    .filter((card) => card.place.kind === kind && card.id !== without)
    .map((card) => ({ key: card.place.key, id: card.id }))

export type NewCard = Pick<Card, 'id' | 'createdAt'> & {
  kind: CardKind
  text: string
  by: PersonId | null
} & Partial<Pick<Card, 'evidenceUrl' | 'factor' | 'firstSeenAt'>>

/** Goes to the end of its column. */
export const addCard = (doc: Y.Doc, newCard: NewCard, origin: EditOrigin): void =>
  addCards(doc, [newCard], origin)

/** Several at once, each at the end of its column: what stands in a column is read only once. */
export function addCards(doc: Y.Doc, newCards: readonly NewCard[], origin: EditOrigin): void {
  const columns = new Map<CardKind, ReturnType<typeof orderIn>>()
  doc.transact(() => {
    for (const newCard of newCards) {
      const { id, kind, text, by, createdAt, evidenceUrl = null, factor = null, firstSeenAt = null } = newCard
      const column = columns.get(kind) ?? orderIn(doc, kind)
      columns.set(kind, column)
      const key = orderKeyAtEnd(column)
      column.push({ key, id })
      const fields = { place: { kind, key }, by, evidenceUrl, factor, firstSeenAt }
      cardsOf(doc).set(
        id,
        new Y.Map<unknown>(Object.entries({ ...fields, createdAt, text: new Y.Text(text) })),
      )
    }
  }, origin)
}

/** Changes column, order or both in one write. `afterCardId` null means first. */
export function moveCard(
  doc: Y.Doc,
  id: CardId,
  to: { kind: CardKind; afterCardId: CardId | null },
  origin: EditOrigin,
): void {
  const stored = storedRecord(cardsOf(doc), id)
  if (!stored) return // someone removed it while it was being dragged
  const key = orderKeyAfter(orderIn(doc, to.kind, id), to.afterCardId)
  doc.transact(() => stored.set('place', { kind: to.kind, key }), origin)
}

/** Makes a fact of an interpretation, and so on; the card goes to the end of its new column. */
export function reclassifyCard(doc: Y.Doc, id: CardId, kind: CardKind, origin: EditOrigin): void {
  moveCard(
    doc,
    id,
    { kind, afterCardId: (orderIn(doc, kind, id).at(-1)?.id ?? null) as CardId | null },
    origin,
  )
}

export function describeCard(
  doc: Y.Doc,
  id: CardId,
  change: Partial<Pick<Card, 'evidenceUrl' | 'factor' | 'firstSeenAt'>>,
  origin: EditOrigin,
): void {
  const stored = storedRecord(cardsOf(doc), id)
  if (!stored) return // someone removed it meanwhile
  doc.transact(() => {
    for (const [field, value] of Object.entries(change)) stored.set(field, value)
  }, origin)
}

export function removeCard(doc: Y.Doc, id: CardId, origin: EditOrigin): void {
  doc.transact(() => cardsOf(doc).delete(id), origin)
}

/** A fact nobody can check is still an opinion. Shown on the card, never blocked. */
export const lacksEvidence = (card: Card, attachments: readonly Attachment[]): boolean =>
  card.place.kind === 'fact' &&
  card.evidenceUrl === null &&
  !attachments.some(isAttachedTo({ on: 'card', id: card.id }))
