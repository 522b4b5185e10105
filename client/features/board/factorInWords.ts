import type { Card } from '../../../shared/content/cards.ts'

export const factorInWords: Record<NonNullable<Card['factor']>, string> = {
  trigger: 'Trigger',
  contributingFactor: 'Contributing factor',
}
