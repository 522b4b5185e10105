import type { EventKind } from '../../../shared/evidence/eventKinds.ts'
import type { OfferRow } from './evidenceMessages.ts'

export type OfferFilter = {
  kind: EventKind | 'all'
  /** The name of a source; null for every one of them. */
  source: string | null
  /** What stands in the field: each word of it has to be found. */
  words: string
  /** In ms; null where it is not limited on that side. */
  from: number | null
  to: number | null
}

export const everyOffer: OfferFilter = { kind: 'all', source: null, words: '', from: null, to: null }

/** The same list where nothing is left out: there may be fifty thousand. */
export function filterOffers(
  rows: readonly OfferRow[],
  { kind, source, words, from, to }: OfferFilter,
): readonly OfferRow[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  const tests: ((row: OfferRow) => boolean)[] = [
    ...(kind === 'all' ? [] : [(row: OfferRow) => row.kindHint === kind]),
    ...(source === null ? [] : [(row: OfferRow) => isFrom(row, source)]),
    ...(from === null ? [] : [({ at }: OfferRow) => at !== null && at >= from]),
    ...(to === null ? [] : [({ at }: OfferRow) => at !== null && at <= to]),
    ...(sought.length === 0 ? [] : [(row: OfferRow) => says(row, sought)]),
  ]
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((passes) => passes(row)))
}

const isFrom = (row: OfferRow, source: string): boolean =>
  row.source === source || row.alsoFrom.some((also) => also.source === source)

function says({ text, actor, place }: OfferRow, sought: readonly string[]): boolean {
  const said = `${text} ${actor ?? ''} ${place ?? ''}`.toLowerCase()
  return sought.every((word) => said.includes(word))
}
