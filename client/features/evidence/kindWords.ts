import type { EventKind } from '../../../shared/evidence/eventKinds.ts'
import type { OfferPlace } from '../../../shared/evidence/suggestPlace.ts'

export const kindWords: Record<EventKind, string> = {
  deploy: 'changes',
  signal: 'signals',
  alert: 'alerts',
  declare: 'declarations',
  escalate: 'escalations',
  join: 'people joining',
  hypothesis: 'guesses',
  decision: 'decisions',
  mitigation: 'mitigations',
  comms: 'communication',
  resolve: 'resolutions',
  verify: 'recoveries',
  other: 'everything else',
}

export const placeWords: Record<OfferPlace, string> = {
  timeline: 'Timeline',
  fact: 'Facts',
  interpretation: 'Interpretations',
  question: 'Open questions',
}
