import { type CloseReason, closeCodes } from '../../shared/wire/closeCodes.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import type { ValueStore } from './valueStore.ts'

/** How this browser is connected to the room. `refused` needs the person: waiting will not help. */
export type ConnectionState =
  | { is: 'connecting' }
  | { is: 'live' }
  /** `since` is this browser's clock, in ms: a page that was never live counts from when it began to try. */
  | { is: 'reconnecting'; since: number }
  | { is: 'refused'; reason: CloseReason; sentence: string }

const finalReasons: readonly CloseReason[] = ['notSignedIn', 'someoneElse', 'noSuchMeeting', 'oldProtocol']

/** What a close of the socket means for the person; null if the page should simply connect again. */
export function refusalOfClose(code: number): Extract<ConnectionState, { is: 'refused' }> | null {
  const reason = finalReasons.find((name) => closeCodes[name].code === code)
  return reason ? { is: 'refused', reason, sentence: closeCodes[reason].reason } : null
}

/** What a no to joining means for the room: it comes by HTTP, and says the same. */
export function refusalOfProblem({ reason, sentence }: Problem): Extract<ConnectionState, { is: 'refused' }> {
  return { is: 'refused', reason: finalReasons.find((name) => name === reason) ?? 'noSuchMeeting', sentence }
}

/** `since` stays that of the first loss. */
export function loseLine(connection: ValueStore<ConnectionState>): void {
  if (connection.get().is !== 'reconnecting') connection.set({ is: 'reconnecting', since: Date.now() })
}
