import * as Y from 'yjs'
import {
  addCard,
  type CardKind,
  cardTextOf,
  describeCard,
  moveCard,
  reclassifyCard,
} from '../../shared/content/cards.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import { emptyDraft, seedContent } from '../../shared/content/postmortemDraft.ts'
import { addTimelineEvent, timelineEventTextOf } from '../../shared/content/timeline.ts'
import type { CardId, TimelineEventId } from '../../shared/ids.ts'
import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import { type SeededRandom, seededRandom } from '../harness/seededRandom.ts'
import { typeAsPeopleDo } from './typeAsPeopleDo.ts'

export type TwoHourMeeting = {
  /** The whole document as it stands at the end. */
  state: Uint8Array
  /** As a server would have kept it: an earlier state, and the single updates since. */
  snapshot: Uint8Array
  tail: Uint8Array[]
  edits: number
}

const PEOPLE = 12
const timesByStep = {
  card: 250,
  timelineEvent: 150,
  paragraph: 300,
  move: 300,
  reclassify: 120,
  evidence: 100,
}
/** Times 300 paragraphs: 60 KB of notes. */
const PARAGRAPH_CHARACTERS = 200
const STARTED_AT = Date.parse('2026-03-12T14:00:00Z')
const SECONDS_BETWEEN_STEPS = 6
const TAIL_BYTES = 48 * 1024
const columns: CardKind[] = ['fact', 'interpretation', 'question', 'wentWell', 'luck']
const agenda = agendaFromTemplate('120')

type Step = keyof typeof timesByStep
type Scene = { doc: Y.Doc; random: SeededRandom; newId: () => string; cards: CardId[] }

/** Two hours of twelve people: letter by letter, with cards added, dragged and reclassified in between. */
export function twoHourMeeting(seed = 1): TwoHourMeeting {
  const random = seededRandom(seed)
  const newId = () =>
    `id-${random.between(0, 2 ** 31).toString(36)}-${random.between(0, 2 ** 31).toString(36)}`
  const seeded = Y.encodeStateAsUpdate(seedContent(emptyDraft('Checkout slowed', 'SEV-2'), STARTED_AT, newId))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seeded)
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  const clientIds = Array.from({ length: PEOPLE }, () => random.between(1, 2 ** 31))

  const scene = { doc, random, newId, cards: [] }
  for (const [position, step] of stepsInSomeOrder(random).entries()) {
    // Yjs takes the writer from the document, so one document can stand for all of their browsers.
    doc.clientID = random.pick(clientIds)
    const by: EditOrigin = { by: 'person', personId: `person-${doc.clientID}` }
    performStep(step, scene, by, STARTED_AT + position * SECONDS_BETWEEN_STEPS * 1_000)
  }
  return { ...asKept(doc, seeded, updates), edits: updates.length }
}

function performStep(step: Step, { doc, random, newId, cards }: Scene, by: EditOrigin, at: number): void {
  if (step === 'card') {
    const id = newId() as CardId // its letters fit the pattern of an id
    addCard(doc, { id, kind: random.pick(columns), text: '', by: null, createdAt: at }, by)
    cards.push(id)
    typeAsPeopleDo(cardTextOf(doc, id), random.between(60, 140), random, by)
  } else if (step === 'timelineEvent') {
    const id = newId() as TimelineEventId // as above
    const occurred = { at: STARTED_AT - random.between(1, 300) * 60_000, precision: 'minute' as const }
    const plain = { firstSeenAt: null, kind: 'event' as const, stage: null, text: '', sourceUrl: null }
    addTimelineEvent(doc, { id, occurred, by: null, createdAt: at, ...plain }, by)
    typeAsPeopleDo(timelineEventTextOf(doc, id), random.between(50, 110), random, by)
  } else if (step === 'paragraph') {
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    doc.transact(() => notesOf(doc, random.pick(agenda).id).push([paragraph]), by)
    doc.transact(() => paragraph.insert(0, [text]), by)
    typeAsPeopleDo(text, PARAGRAPH_CHARACTERS, random, by)
  } else if (cards.length > 0) {
    handleCard(step, { doc, random, newId, cards }, by)
  }
}

function handleCard(step: Step, { doc, random, cards }: Scene, by: EditOrigin): void {
  const id = random.pick(cards)
  const kind = random.pick(columns)
  if (step === 'move') moveCard(doc, id, { kind, afterCardId: random.pick(cards) }, by)
  else if (step === 'reclassify') reclassifyCard(doc, id, kind, by)
  else describeCard(doc, id, { evidenceUrl: `https://example.org/graph/${random.between(1, 9_999)}` }, by)
}

function asKept(doc: Y.Doc, seeded: Uint8Array, updates: Uint8Array[]): Omit<TwoHourMeeting, 'edits'> {
  let bytes = 0
  let from = updates.length
  while (from > 0 && bytes < TAIL_BYTES) bytes += updates[--from]?.length ?? 0
  const earlier = new Y.Doc()
  earlier.transact(() => {
    for (const update of [seeded, ...updates.slice(0, from)]) Y.applyUpdate(earlier, update)
  })
  return {
    state: Y.encodeStateAsUpdate(doc),
    snapshot: Y.encodeStateAsUpdate(earlier),
    tail: updates.slice(from),
  }
}

function stepsInSomeOrder(random: SeededRandom): Step[] {
  // The keys of the table above.
  const steps = (Object.keys(timesByStep) as Step[]).flatMap((step) => Array(timesByStep[step]).fill(step))
  return steps
    .map((step: Step) => ({ step, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ step }) => step)
}
