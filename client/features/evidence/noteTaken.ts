import type { PostmortemId } from '../../../shared/ids.ts'
import { MOST_TAKEN, noteTakenEndpoint } from '../../../shared/wire/evidence.ts'
import { callApi } from '../../room/callApi.ts'
import { recordIdOf } from './addOffers.ts'
import type { KeptSource, OfferRow } from './evidenceMessages.ts'

/**
 * Notes on the server what was taken of which original: what several tools told was taken of each of them. What could
 * not be noted is known all the same, by its id in the document.
 */
export async function noteTaken(
  postmortemId: PostmortemId,
  rows: readonly OfferRow[],
  keptOf: ReadonlyMap<string, KeptSource>,
): Promise<void> {
  const told = rows.flatMap((row) =>
    [row, ...row.alsoFrom].map(({ identity, source }) => ({
      evidenceId: keptOf.get(source)?.evidenceId,
      taken: { identity, recordId: recordIdOf(row.identity) },
    })),
  )
  for (const [evidenceId, ofIt] of Map.groupBy(told, (one) => one.evidenceId)) {
    if (evidenceId === undefined) continue // it could not be kept, which was said
    const all = ofIt.map(({ taken }) => taken)
    for (let from = 0; from < all.length; from += MOST_TAKEN) {
      await callApi(noteTakenEndpoint, {
        params: { postmortemId, evidenceId },
        body: { taken: all.slice(from, from + MOST_TAKEN) },
      })
    }
  }
}
