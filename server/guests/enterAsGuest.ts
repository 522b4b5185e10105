import type { DatabaseSync } from 'node:sqlite'
import type { GuestVisit, Person } from '../../shared/wire/people.ts'
import { type JoinDependencies, seatAgain } from '../meetings/joinMeeting.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import type { FoundGuestLink } from './guestLinkRows.ts'
import { beginVisit, findGuest } from './guestRows.ts'

/** Belongs in the transaction that may have made the person. Coming again by the same link changes nothing. */
export function enterAsGuest(
  { database, ...meetings }: JoinDependencies & { database: DatabaseSync },
  { postmortemId, guestLinkId, hasLobby, role }: FoundGuestLink,
  { personId, name }: Person,
): GuestVisit['state'] {
  const at = meetings.clock()
  const which = { postmortemId, personId }
  const known = findGuest(database, which, at)
  if (known?.wasAskedToLeave) return 'over'
  if (known?.state === 'admitted') return known.state
  if (known?.state === 'waiting' && known.guestLinkId === guestLinkId) return known.state
  const state = hasLobby ? 'waiting' : 'admitted'
  beginVisit(database, { ...which, guestLinkId, at, isIn: !hasLobby })
  seatAgain(meetings, postmortemId, personId, role)
  const subject = `${name}: ${role}`
  addAuditEntry(database, { at, action: 'guestArrived', by: personId, postmortemId, subject })
  return state
}
