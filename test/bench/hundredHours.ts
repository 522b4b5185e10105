import * as Y from 'yjs'
import { actionItemTextOf, addActionItem, removeActionItem } from '../../shared/content/actionItems.ts'
import {
  addCard,
  type CardKind,
  cardTextOf,
  describeCard,
  moveCard,
  removeCard,
} from '../../shared/content/cards.ts'
import { type EditOrigin, summaryOf } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import { addTimelineEvent, removeTimelineEvent, timelineEventTextOf } from '../../shared/content/timeline.ts'
import type { ActionItemId, CardId, TimelineEventId } from '../../shared/ids.ts'
import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import { type SeededRandom, seededRandom } from '../harness/seededRandom.ts'
import { retypeInside, typeAsPeopleDo } from './typeAsPeopleDo.ts'

/** Each person loads the page twice in a session, and each load writes under a Yjs client id of its own. */
const LOADS_PER_SESSION = 10

/** In one session: eight thousand edits, one every 0.9 seconds for a hundred hours on end. */
const timesByStep = {
  card: 14,
  timelineEvent: 8,
  action: 2,
  paragraph: 16,
  retype: 40,
  summary: 3,
  move: 27,
  evidence: 13,
}
type Step = keyof typeof timesByStep

/** The postmortem grows to this; from then on something old goes whenever something new comes. */
const most = { cards: 250, timeline: 150, actions: 30, paragraphsPerItem: 38, summary: 1_500 }
const PARAGRAPH_CHARACTERS = 200
const STARTED_AT = Date.parse('2026-03-12T14:00:00Z')
const columns: CardKind[] = ['fact', 'interpretation', 'question', 'wentWell', 'luck']
const agenda = agendaFromTemplate('120')

type Scene = { doc: Y.Doc; random: SeededRandom; newId: () => string; at: number; by: EditOrigin } & Written
/** Ids of what is there, the oldest first. */
type Written = { cards: CardId[]; timeline: TimelineEventId[]; actions: ActionItemId[] }

/** Answers what makes the edits of one session of two hours in the document it is given, a step at a time. */
export function hundredHours(seed = 1): (doc: Y.Doc) => Generator<void> {
  const random = seededRandom(seed)
  const newId = () =>
    `id-${random.between(0, 2 ** 31).toString(36)}-${random.between(0, 2 ** 31).toString(36)}`
  const written: Written = { cards: [], timeline: [], actions: [] }
  let at = STARTED_AT

  return function* session(doc) {
    const loads = Array.from({ length: LOADS_PER_SESSION }, () => random.between(1, 2 ** 31))
    const steps = stepsInSomeOrder(random)
    for (const [position, step] of steps.entries()) {
      // Half of the loads write in each half of the session. Yjs takes the writer from the document.
      const half = position < steps.length / 2 ? 0 : LOADS_PER_SESSION / 2
      doc.clientID = loads[half + random.between(0, LOADS_PER_SESSION / 2 - 1)] ?? doc.clientID
      at += 60_000
      const by: EditOrigin = { by: 'person', personId: `person-${doc.clientID}` }
      stepsByName[step]({ doc, random, newId, at, by, ...written })
      yield
    }
  }
}

const stepsByName: Record<Step, (scene: Scene) => void> = {
  card: ({ doc, random, newId, at, by, cards }) => {
    const id = newId() as CardId // its letters fit the pattern of an id
    if (cards.length >= most.cards) removeCard(doc, takeFrom(cards, random), by)
    addCard(doc, { id, kind: random.pick(columns), text: '', by: null, createdAt: at }, by)
    cards.push(id)
    typeAsPeopleDo(cardTextOf(doc, id), random.between(60, 140), random, by)
  },
  timelineEvent: ({ doc, random, newId, at, by, timeline }) => {
    const id = newId() as TimelineEventId // as above
    if (timeline.length >= most.timeline) removeTimelineEvent(doc, takeFrom(timeline, random), by)
    const occurred = { at: STARTED_AT - random.between(1, 300) * 60_000, precision: 'minute' as const }
    const plain = { firstSeenAt: null, kind: 'event' as const, stage: null, text: '', sourceUrl: null }
    addTimelineEvent(doc, { id, occurred, by: null, createdAt: at, ...plain }, by)
    timeline.push(id)
    typeAsPeopleDo(timelineEventTextOf(doc, id), random.between(50, 110), random, by)
  },
  action: ({ doc, random, newId, at, by, actions }) => {
    const id = newId() as ActionItemId // as above
    if (actions.length >= most.actions) removeActionItem(doc, takeFrom(actions, random), by)
    addActionItem(doc, { id, outcome: '', by: null, createdAt: at }, by)
    actions.push(id)
    for (const field of ['outcome', 'verification'] as const)
      typeAsPeopleDo(actionItemTextOf(doc, id, field), random.between(40, 90), random, by)
  },
  paragraph: ({ doc, random, by }) => {
    const notes = notesOf(doc, random.pick(agenda).id)
    const text = new Y.XmlText()
    doc.transact(() => {
      if (notes.length >= most.paragraphsPerItem) notes.delete(random.between(0, notes.length - 1), 1)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [text])
      notes.insert(random.between(0, notes.length), [paragraph])
    }, by)
    typeAsPeopleDo(text, PARAGRAPH_CHARACTERS, random, by)
  },
  retype: (scene) => {
    const text = someText(scene)
    if (text) retypeInside(text, scene.random, scene.by)
  },
  summary: ({ doc, random, by }) => {
    const summary = summaryOf(doc)
    if (summary.length > most.summary) doc.transact(() => summary.delete(0, 400), by)
    typeAsPeopleDo(summary, 200, random, by)
  },
  move: ({ doc, random, by, cards }) => {
    if (cards.length === 0) return
    const to = { kind: random.pick(columns), afterCardId: random.pick(cards) }
    moveCard(doc, random.pick(cards), to, by)
  },
  evidence: ({ doc, random, by, cards }) => {
    if (cards.length === 0) return
    const evidenceUrl = `https://example.org/graph/${random.between(1, 9_999)}`
    describeCard(doc, random.pick(cards), { evidenceUrl }, by)
  },
}

function takeFrom<Id>(ids: Id[], random: SeededRandom): Id {
  const [id] = ids.splice(random.between(0, ids.length - 1), 1)
  if (id === undefined) throw new Error('There is nothing left to remove.')
  return id
}

function someText({ doc, random, cards, timeline }: Scene): Y.Text | null {
  const notes = notesOf(doc, random.pick(agenda).id)
  const kind = random.pick(['card', 'timelineEvent', 'paragraph', 'paragraph'] as const)
  if (kind === 'card') return cards.length > 0 ? cardTextOf(doc, random.pick(cards)) : null
  if (kind === 'timelineEvent')
    return timeline.length > 0 ? timelineEventTextOf(doc, random.pick(timeline)) : null
  const paragraph = notes.length > 0 ? notes.get(random.between(0, notes.length - 1)) : null
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  return text instanceof Y.XmlText ? text : null
}

function stepsInSomeOrder(random: SeededRandom): Step[] {
  // The keys of the table above.
  const steps = (Object.keys(timesByStep) as Step[]).flatMap((step) => Array(timesByStep[step]).fill(step))
  return steps
    .map((step: Step) => ({ step, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ step }) => step)
}
