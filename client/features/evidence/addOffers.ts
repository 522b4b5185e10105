import { addCards, type CardKind } from '../../../shared/content/cards.ts'
import { addTimelineEvent, type TimelineStage } from '../../../shared/content/timeline.ts'
import type { OfferPlace } from '../../../shared/evidence/suggestPlace.ts'
import type { CardId, TimelineEventId } from '../../../shared/ids.ts'
import { reversibly } from '../../room/reversibly.ts'
import type { Room } from '../../room/room.ts'
import type { OfferRow } from './evidenceMessages.ts'

/** The id a thing of evidence has in the document, as whatever it goes there: the same for everybody who imports it. */
export const recordIdOf = (identity: string): string => `evidence-${identity}`

/** The other way round; empty for a record that came from elsewhere. */
export const identityIn = (recordId: string): string =>
  recordId.startsWith('evidence-') ? recordId.slice('evidence-'.length) : ''

export type ChosenOffer = {
  row: OfferRow
  place: OfferPlace
  stage: TimelineStage | null
  evidenceUrl: string
}

/** Everything in the document that came from evidence, by id. */
export const recordIdsIn = ({ timeline, cards }: Pick<Room, 'timeline' | 'cards'>): ReadonlySet<string> =>
  new Set([...timeline.read(), ...cards.read()].map(({ id }) => String(id)))

export const isIn = (records: ReadonlySet<string>, { identity, alsoFrom }: OfferRow): boolean =>
  records.has(recordIdOf(identity)) || alsoFrom.some((also) => records.has(recordIdOf(also.identity)))

/**
 * Adds what was chosen as this person's own edits, in one step that can be taken back. What is there by now, because
 * somebody else imported it too, stays as it is.
 */
export function addOffers(
  room: Room,
  chosen: readonly ChosenOffer[],
): { takeBack: () => void; added: number } {
  const records = recordIdsIn(room)
  const fresh = chosen.filter(({ row }) => !isIn(records, row))
  const { contentDoc, origin, me } = room
  const by = me?.personId ?? null
  const createdAt = room.now()
  const takeBack = reversibly(room, () =>
    contentDoc.transact(() => {
      for (const { row, place, stage, evidenceUrl } of fresh) {
        if (place !== 'timeline' || row.at === null) continue
        const event = {
          // An id of ours: letters, digits and hyphens.
          id: recordIdOf(row.identity) as TimelineEventId,
          occurred: { at: row.at, precision: row.precision },
          firstSeenAt: null,
          kind: row.suggestion.isDecision ? ('decision' as const) : ('event' as const),
          stage,
          text: row.text,
          sourceUrl: evidenceUrl,
          by,
          createdAt,
        }
        addTimelineEvent(contentDoc, event, origin)
      }
      const cards = fresh.flatMap(({ row, place, evidenceUrl }) =>
        place === 'timeline' ? [] : [{ ...cardOf(row, place), evidenceUrl, by, createdAt }],
      )
      addCards(contentDoc, cards, origin)
    }, origin),
  )
  return { takeBack, added: fresh.length }
}

const cardOf = (row: OfferRow, kind: CardKind) => ({
  id: recordIdOf(row.identity) as CardId, // as above
  kind,
  text: row.text,
  firstSeenAt: row.at,
})
