import type { CardKind } from '../../../shared/content/cards.ts'

/** What the group may build an action on: what it takes to have mattered, then what it knows. */
export const findingKinds = [
  { kind: 'interpretation', label: 'Interpretations' },
  { kind: 'fact', label: 'Facts' },
] as const satisfies readonly { kind: CardKind; label: string }[]
