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

/** Every address that something can be checked at. */
export const linksOf = ({ incident, timeline, cards }: ReadinessInput): string[] => [
  ...incident.sources,
  ...timeline.flatMap(({ sourceUrl }) => sourceUrl ?? []),
  ...cards.flatMap(({ evidenceUrl }) => evidenceUrl ?? []),
]

export const counted = (count: number, one: string, more: string): string =>
  `${count === 1 ? 'One' : count} ${count === 1 ? one : more}`
