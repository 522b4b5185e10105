import type { Offer } from './mergeDrafts.ts'
import type { EvidenceReading } from './readEvidence.ts'

/** An alert reaches the second tool by way of the first: rarely later than this. */
const WINDOW_MS = 2 * 60_000
/** How many alerts before it one is compared with, so that a storm of them takes no quadratic time. */
const MOST_COMPARED = 60

/** Said of every alert, so that it tells none from another. */
const ofEveryAlert = new Set(
  'alert alerts alerting alarm fired firing fires triggered trigger triggers incident open opened created critical warning is the a an of on in to for via api above over below has was and at by p1 p2 p3 sev1 sev2 sev3'.split(
    ' ',
  ),
)

/**
 * One offer for an alert that two tools tell of within two minutes in mostly the same words. The first to tell stays, the
 * other is named on it. Two alerts of one tool are never one.
 */
export function sameAlerts(offers: readonly Offer[], readings: readonly EvidenceReading[]): Offer[] {
  const formatOf = ({ source }: { source: number }) => readings[source]?.format
  const alerts = offers
    .flatMap((offer) => {
      const at = offer.draft.startedAt ?? offer.draft.at
      return offer.draft.kindHint === 'alert' && at !== null ? [{ offer, at, words: wordsOf(offer) }] : []
    })
    .sort((a, b) => a.at - b.at)
  const mergedAway = new Set<Offer>()
  for (const [place, later] of alerts.entries()) {
    for (let before = place - 1; before >= 0 && before >= place - MOST_COMPARED; before--) {
      const first = alerts[before]
      if (!first || later.at - first.at > WINDOW_MS) break
      if (mergedAway.has(first.offer)) continue
      const formats = [first.offer, ...first.offer.alsoFrom].map(formatOf)
      if (formats.includes(formatOf(later.offer)) || !areMostlyTheSame(first.words, later.words)) continue
      const { identity, source, draft } = later.offer
      first.offer.alsoFrom.push({ identity, source, draft })
      mergedAway.add(later.offer)
      break
    }
  }
  return offers.filter((offer) => !mergedAway.has(offer))
}

/** `CheckoutErrorRateHigh` and `Checkout error rate high` are the same words. */
function wordsOf({ draft }: Offer): ReadonlySet<string> {
  const text = `${draft.text.slice(0, 500)}`.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => !ofEveryAlert.has(word)))
}

function areMostlyTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  if (few.size < 2) return false
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return shared >= 2 && shared / few.size >= 0.6
}
