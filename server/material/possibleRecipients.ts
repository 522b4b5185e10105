import type { DatabaseSync } from 'node:sqlite'
import type { PersonId } from '../../shared/ids.ts'
import { facilitatorOf } from '../../shared/meeting/meeting.ts'
import type { Reading } from '../people/reading.ts'
import type { FoundPostmortem } from '../postmortems/findPostmortem.ts'
import { colleaguesIn } from '../workspaces/workspaceRows.ts'

export type Addressee = { personId: PersonId; name: string; email: string }

/**
 * Colleagues with an account who may read it. Not whoever sends it, and not whoever facilitates: they know it, and their
 * own opening would count. Guests come by their link.
 */
export function possibleRecipients(
  { database, reading }: { database: DatabaseSync; reading: Reading },
  { summary, snapshot }: FoundPostmortem,
  sender: PersonId,
): Addressee[] {
  const facilitator = facilitatorOf(snapshot.meeting)?.personId
  return colleaguesIn(database, summary.workspaceId).flatMap(({ personId, name, email }) => {
    const isAsked = personId !== sender && personId !== facilitator
    return isAsked && email !== null && reading.isReader(personId, summary.postmortemId)
      ? [{ personId, name, email }]
      : []
  })
}
