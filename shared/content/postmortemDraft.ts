import * as Y from 'yjs'
import type { ActionItemId, CardId, TimelineEventId } from '../ids.ts'
import type { Facts } from '../triage/facts.ts'
import { type ActionItem, addActionItem } from './actionItems.ts'
import { addCard, type Card, type CardKind } from './cards.ts'
import { type EditOrigin, impactOf, incidentOf, markContentSchema } from './contentDoc.ts'
import type { Incident } from './incident.ts'
import { addTimelineEvent, type TimelineEvent } from './timeline.ts'

/** A postmortem before it has a document: what an import or a form yields. */
export type PostmortemDraft = {
  incident: Incident
  impact: string
  timeline: Pick<TimelineEvent, 'occurred' | 'kind' | 'stage' | 'text' | 'sourceUrl'>[]
  cards: { kind: CardKind; text: string; factor: Card['factor'] }[]
  actionItems: Pick<ActionItem, 'outcome' | 'owner' | 'dueOn'>[]
}

export const emptyDraft = (title: string, severity: Incident['severity']): PostmortemDraft => ({
  incident: {
    title,
    severity,
    services: [],
    zone: 'UTC',
    times: { started: null, detected: null, declared: null, mitigated: null, resolved: null },
    impactFacts: [],
    sources: [],
  },
  impact: '',
  timeline: [],
  cards: [],
  actionItems: [],
})

/** What somebody knew when they started it, in times of `zone`. */
export function draftOfFacts(title: string, facts: Facts, zone: string): PostmortemDraft {
  const draft = emptyDraft(title, facts.severity)
  const moment = (at: number | null) => (at === null ? null : { at, precision: 'minute' as const })
  const times = {
    ...draft.incident.times,
    started: moment(facts.beganAt),
    detected: moment(facts.noticedAt),
    resolved: moment(facts.resolvedAt),
  }
  return { ...draft, incident: { ...draft.incident, services: facts.services, zone, times } }
}

/**
 * The first state of a content document, made once, by the server: seeded twice, every card would stand there twice.
 * Equal times keep the draft's order, because each event is a millisecond younger than the one before.
 */
export function seedContent(draft: PostmortemDraft, at: number, newId: () => string): Y.Doc {
  const doc = new Y.Doc()
  const origin: EditOrigin = { by: 'import', source: draft.incident.title }
  doc.transact(() => {
    markContentSchema(doc)
    for (const [field, value] of Object.entries(draft.incident)) incidentOf(doc).set(field, value)
    impactOf(doc).insert(0, draft.impact)
    draft.timeline.forEach((event, position) => {
      const id = newId() as TimelineEventId
      addTimelineEvent(doc, { ...event, id, firstSeenAt: null, by: null, createdAt: at + position }, origin)
    })
    for (const card of draft.cards) {
      addCard(doc, { ...card, id: newId() as CardId, by: null, createdAt: at }, origin)
    }
    for (const item of draft.actionItems) {
      addActionItem(doc, { ...item, id: newId() as ActionItemId, by: null, createdAt: at }, origin)
    }
  }, origin)
  return doc
}
