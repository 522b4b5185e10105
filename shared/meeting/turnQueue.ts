import * as z from 'zod/mini'
import { personId } from '../ids.ts'

export const turnKind = z.enum(['clarify', 'respond', 'newPoint', 'process'])
export type TurnKind = z.infer<typeof turnKind>

export const turnNote = z.string().check(z.trim(), z.maxLength(80))

/** A raised hand: who waits to speak, and what about. */
export const turn = z.object({ personId, kind: turnKind, note: z.string(), raisedAt: z.number() })
export type Turn = z.infer<typeof turn>

/** Raising a hand that is already up changes what it says and keeps its place. */
export function withHandRaised(queue: Turn[], turn: Turn): Turn[] {
  const standing = queue.findIndex((other) => other.personId === turn.personId)
  if (standing === -1) return [...queue, turn]
  return queue.map((other) =>
    other.personId === turn.personId ? { ...other, kind: turn.kind, note: turn.note } : other,
  )
}

export const withoutTurnOf = (queue: Turn[], personId: string): Turn[] =>
  queue.filter((turn) => turn.personId !== personId)
