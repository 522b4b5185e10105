import type { Turn, TurnKind } from '../../shared/meeting/turnQueue.ts'

/** What a raised hand is about, for a person to choose and for the others to read. */
export const turnKindWords: Record<TurnKind, string> = {
  newPoint: 'A new point',
  respond: 'To respond',
  clarify: 'To clarify',
  process: 'About how we meet',
}

/** Second line of someone in the queue. */
export const turnInWords = ({ kind, note }: Turn): string =>
  note === '' ? turnKindWords[kind] : kind === 'newPoint' ? note : `${turnKindWords[kind]}: ${note}`
