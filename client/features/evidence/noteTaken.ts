import type { EvidenceId, PostmortemId } from '../../../shared/ids.ts'
import { MOST_TAKEN, noteTakenEndpoint } from '../../../shared/wire/evidence.ts'
import { callApi } from '../../room/callApi.ts'
import { type ChosenOffer, takenOf } from './addOffers.ts'

export type TakenOffer = ChosenOffer & { evidenceId: EvidenceId }

/** Notes on the server what was taken. What could not be noted is known all the same, by its id in the document. */
export async function noteTaken(postmortemId: PostmortemId, offers: readonly TakenOffer[]): Promise<void> {
  for (const [evidenceId, ofIt] of Map.groupBy(offers, (offer) => offer.evidenceId)) {
    const all = ofIt.flatMap(takenOf)
    for (let from = 0; from < all.length; from += MOST_TAKEN) {
      await callApi(noteTakenEndpoint, {
        params: { postmortemId, evidenceId },
        body: { taken: all.slice(from, from + MOST_TAKEN) },
      })
    }
  }
}
