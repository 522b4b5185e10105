import { originalInWords } from '../content/webLink.ts'
import type { ReadinessInput } from './readinessInput.ts'

/** Every text of facts, timeline and impact, where something might be said. Open questions say nothing yet. */
export const textsOf = ({ summary, impact, timeline, cards }: ReadinessInput): string[] => [
  summary,
  impact,
  ...timeline.map(({ text }) => text),
  ...cards
    .filter(({ place }) => place.kind !== 'question' && place.kind !== 'parked')
    .map(({ text }) => text),
]

export const saysAny = (texts: readonly string[], words: RegExp): boolean =>
  texts.some((text) => words.test(text))

const addressesOf = ({ incident, timeline, cards }: ReadinessInput): string[] => [
  ...incident.sources,
  ...timeline.flatMap(({ sourceUrl }) => sourceUrl ?? []),
  ...cards.flatMap(({ evidenceUrl }) => evidenceUrl ?? []),
]

/** Every address elsewhere that something can be checked at. */
export const linksOf = (input: ReadinessInput): string[] =>
  addressesOf(input).filter((address) => originalInWords(address) === null)

/** What the originals of evidence are called that something here came from: `Slack export`. */
export const originalsOf = (input: ReadinessInput): string[] =>
  addressesOf(input).flatMap((address) => originalInWords(address) ?? [])

export const counted = (count: number, one: string, more: string): string =>
  `${count === 1 ? 'One' : count} ${count === 1 ? one : more}`
