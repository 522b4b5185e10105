import type { PostmortemId, SessionId } from '../../shared/ids.ts'
import type { Person } from '../../shared/wire/people.ts'

/** Who stands behind a request or a socket: decided by cookie, stage key or operator key, never by a payload. */
export type Principal =
  | { as: 'person'; person: Person; sessionId: SessionId }
  /** The shared screen of one postmortem. */
  | { as: 'projector'; postmortemId: PostmortemId; stageKeyHash: string }
  /** The command line on this machine. */
  | { as: 'operator' }
