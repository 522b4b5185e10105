import type { Offer } from '../../../shared/evidence/mergeDrafts.ts'
import type { EvidenceReading } from '../../../shared/evidence/readEvidence.ts'
import { suggestPlace } from '../../../shared/evidence/suggestPlace.ts'
import type { OfferRow } from './evidenceMessages.ts'
import { fittingText } from './fittingText.ts'
import { sourceOf } from './sourceOf.ts'

/** Replies behind the message they answer; everything else stays in its order. */
export function inThreads(offers: readonly Offer[]): Offer[] {
  const key = ({ source }: Offer, id: string) => `${source} ${id}`
  const roots = new Set(
    offers.flatMap((offer) => (offer.draft.nativeId === null ? [] : [key(offer, offer.draft.nativeId)])),
  )
  const replies = new Map<string, Offer[]>()
  const others: Offer[] = []
  for (const offer of offers) {
    const thread = offer.draft.thread === null ? null : key(offer, offer.draft.thread)
    if (thread === null || !isReply(offer) || !roots.has(thread)) others.push(offer)
    else replies.set(thread, [...(replies.get(thread) ?? []), offer])
  }
  return others.flatMap((offer) => {
    const { nativeId } = offer.draft
    return [offer, ...((nativeId === null ? undefined : replies.get(key(offer, nativeId))) ?? [])]
  })
}

const isReply = ({ draft }: Offer): boolean => draft.thread !== null && draft.thread !== draft.nativeId

export const offerRows = (offers: readonly Offer[], readings: readonly EvidenceReading[]): OfferRow[] => {
  const nameOf = (source: number) => sourceOf(readings[source]?.path ?? '')
  return offers.map((offer) => {
    const { at, precision, text, actor, kindHint, place, edited, deleted, count, written, needs } =
      offer.draft
    return {
      identity: offer.identity,
      source: nameOf(offer.source),
      at,
      precision,
      ...fittingText(text),
      actor,
      kindHint,
      place,
      edited,
      deleted,
      count,
      written,
      alsoFrom: offer.alsoFrom.map(({ identity, source }) => ({ identity, source: nameOf(source) })),
      suggestion: suggestPlace(offer.draft),
      needsAnswer: at === null || needs.length > 0,
      isReply: isReply(offer),
    }
  })
}
