import fc from 'fast-check'
import * as Y from 'yjs'
import {
  actionItemTextOf,
  addActionItem,
  describeActionItem,
  moveActionItem,
  readActionItems,
  removeActionItem,
} from '../../shared/content/actionItems.ts'
import { addAttachment, readAttachments, removeAttachment } from '../../shared/content/attachments.ts'
import {
  addCard,
  cardKinds,
  cardTextOf,
  describeCard,
  moveCard,
  readCards,
  reclassifyCard,
  removeCard,
} from '../../shared/content/cards.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import {
  makeMark,
  markIdOf,
  readPreparationMarks,
  takeMarkBack,
} from '../../shared/content/preparationMarks.ts'
import { addRoleHolder, readRoleHolders, removeRoleHolder } from '../../shared/content/roleHolders.ts'
import {
  addTimelineEvent,
  describeTimelineEvent,
  readTimeline,
  removeTimelineEvent,
  timelineEventTextOf,
} from '../../shared/content/timeline.ts'
import { typeInto } from '../../shared/content/typeInto.ts'
import { incidentRoles } from '../../shared/guide/incidentRoles.ts'
import { asAction, asAttachedFile, asAttachment, asCard, asRoleHolder, asTimelineEvent } from './ids.ts'

/** What a document says, as three people could compare it aloud. */
export const readAll = (doc: Y.Doc) => ({
  cards: readCards(doc),
  timeline: readTimeline(doc),
  actionItems: readActionItems(doc),
  roleHolders: readRoleHolders(doc),
  preparationMarks: readPreparationMarks(doc),
  attachments: readAttachments(doc),
})

export function exchange(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote')
}

export function exchangeAll(docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) exchange(from, to)
}

/** A document with a fixed client id, so that a failing run fails again. */
export function docOf(clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  return doc
}

export type Edit = {
  what: 'add' | 'move' | 'reclassify' | 'describe' | 'type' | 'remove'
  on: 'card' | 'timelineEvent' | 'action' | 'roleHolder' | 'mark' | 'attachment'
  /** Which of the records there are by then, and which of the others it goes after. */
  pick: number
  other: number
  text: string
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('add', 'add', 'move', 'move', 'reclassify', 'describe', 'type', 'type', 'remove'),
  on: fc.constantFrom('card', 'card', 'timelineEvent', 'action', 'roleHolder', 'mark', 'attachment'),
  pick: fc.nat({ max: 50 }),
  other: fc.nat({ max: 50 }),
  /** Whole characters of every plane. */
  text: fc.string({ maxLength: 6, unit: 'binary' }),
})

/** Types over a few whole characters, as a field does. */
const typed = (text: Y.Text | null, { other, text: words }: Edit, origin: EditOrigin) => {
  if (!text) return
  const before = text.toString()
  const characters = [...before]
  const from = characters.length === 0 ? 0 : other % characters.length
  const start = characters.slice(0, from).join('') + words
  const after = start + characters.slice(from + (other % 3)).join('')
  typeInto(text, { before, after, caret: start.length }, origin)
}

/** Makes one edit in one person's document. `number` is unique, and with it what is added. */
export function applyEdit(doc: Y.Doc, made: Edit, number: number, origin: EditOrigin): void {
  const { what, on, pick, other, text } = made
  const id = `${on}${number}`
  const kind = cardKinds[other % cardKinds.length] ?? 'fact'
  if (on === 'card') {
    const cards = readCards(doc)
    const card = cards[pick % (cards.length || 1)]?.id ?? asCard('none')
    const after = cards[other % (cards.length || 1)]?.id ?? null
    if (what === 'add') addCard(doc, { id: asCard(id), kind, text, by: null, createdAt: number }, origin)
    else if (what === 'move') moveCard(doc, card, { kind, afterCardId: after }, origin)
    else if (what === 'reclassify') reclassifyCard(doc, card, kind, origin)
    else if (what === 'describe') describeCard(doc, card, { firstSeenAt: number }, origin)
    else if (what === 'type') typed(cardTextOf(doc, card), made, origin)
    else removeCard(doc, card, origin)
  } else if (on === 'timelineEvent') {
    const timeline = readTimeline(doc)
    const timelineEvent = timeline[pick % (timeline.length || 1)]?.id ?? asTimelineEvent('none')
    const occurred = { at: other * 60_000, precision: 'minute' as const }
    if (what === 'add') {
      const fields = { occurred, firstSeenAt: null, kind: 'event', stage: null, sourceUrl: null } as const
      addTimelineEvent(doc, { id: asTimelineEvent(id), ...fields, text, by: null, createdAt: number }, origin)
    } else if (what === 'type') typed(timelineEventTextOf(doc, timelineEvent), made, origin)
    else if (what === 'remove') removeTimelineEvent(doc, timelineEvent, origin)
    else if (what === 'describe') describeTimelineEvent(doc, timelineEvent, { occurred, known: text }, origin)
    else describeTimelineEvent(doc, timelineEvent, { occurred }, origin)
  } else if (on === 'roleHolder') {
    const holders = readRoleHolders(doc)
    const holder = holders[pick % (holders.length || 1)]?.id ?? asRoleHolder('none')
    const role = incidentRoles[other % incidentRoles.length] ?? 'product'
    const name = `Name ${text.replace(/[\uD800-\uDFFF]/g, '')}`
    if (what === 'remove') removeRoleHolder(doc, holder, origin)
    else
      addRoleHolder(
        doc,
        { id: asRoleHolder(id), role, personId: null, name, by: null, createdAt: number },
        origin,
      )
  } else if (on === 'attachment') {
    const attached = readAttachments(doc)
    const attachment = attached[pick % (attached.length || 1)]?.id ?? asAttachment('none')
    const target = { on: 'card', id: asCard(`card${other}`) } as const
    const about = { name: `File ${number}`, by: null, createdAt: number, what: 'file' } as const
    const kept = { fileId: asAttachedFile(`f${other}`), size: other }
    if (what === 'remove') removeAttachment(doc, attachment, origin)
    else addAttachment(doc, { id: asAttachment(id), target, ...about, ...kept }, origin)
  } else if (on === 'mark') {
    const markId = markIdOf('item', `i${pick % 4}`)
    const says = other % 2 ? 'done' : 'notNeeded'
    if (what === 'remove') takeMarkBack(doc, markId, origin)
    else makeMark(doc, { id: markId, says, reason: `because ${number}`, by: null, at: number }, origin)
  } else {
    const items = readActionItems(doc)
    const action = items[pick % (items.length || 1)]?.id ?? asAction('none')
    const after = items[other % (items.length || 1)]?.id ?? null
    if (what === 'add')
      addActionItem(doc, { id: asAction(id), outcome: text, by: null, createdAt: number }, origin)
    else if (what === 'type') typed(actionItemTextOf(doc, action, 'verification'), made, origin)
    else if (what === 'remove') removeActionItem(doc, action, origin)
    else if (what === 'describe') describeActionItem(doc, action, { dueOn: '2026-03-24' }, origin)
    else moveActionItem(doc, action, after, origin)
  }
}
