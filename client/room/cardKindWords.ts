import type { CardKind } from '../../shared/content/cards.ts'

/** The columns cards stand in, and the lot beside them. */
export const cardKindWords: Record<CardKind, string> = {
  fact: 'Facts',
  interpretation: 'Interpretations',
  question: 'Open questions',
  wentWell: 'What went well',
  luck: 'Where we got lucky',
  parked: 'Parking lot',
}
