import type { TimelineStage } from '../content/timeline.ts'
import { stageByKind } from './eventKinds.ts'
import type { EvidenceDraft } from './evidenceDraft.ts'

export const offerPlaces = ['timeline', 'fact', 'interpretation', 'question'] as const
export type OfferPlace = (typeof offerPlaces)[number]
export type Suggestion = { place: OfferPlace; stage: TimelineStage | null; isDecision: boolean }

const notKnown =
  /\b(?:don['’]?t know|do not know|no idea|not sure|unclear|unknown why|wonder (?:why|if|whether)|why (?:did|is|are|was|were|does))\b/i

/** Where something would go, from what its source says it was. The person decides. */
export function suggestPlace({ kindHint, text }: Pick<EvidenceDraft, 'kindHint' | 'text'>): Suggestion {
  const stage = stageByKind[kindHint]
  const isSaid = kindHint === 'other' || kindHint === 'hypothesis'
  if (isSaid && (/\?[\s"”’)]*$/.test(text) || notKnown.test(text)))
    return { place: 'question', stage, isDecision: false }
  if (kindHint === 'hypothesis') return { place: 'interpretation', stage, isDecision: false }
  return { place: 'timeline', stage, isDecision: kindHint === 'decision' }
}
