import { useMemo } from 'react'
import { markIdOf } from '../../../shared/content/preparationMarks.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { PossibleRecipient } from '../../../shared/wire/material.ts'
import { useAccess } from '../../room/useAccess.ts'
import { useRoleHolders } from '../../room/useContent.ts'
import { useCoverage } from '../../room/useCoverage.ts'
import { useMeeting } from '../../room/useMeeting.ts'

/**
 * Whoever belongs to this review: joined, holding a role, named and needed, or of its audience where it is restricted. Of
 * those who have not got it.
 */
export function useSuggestedRecipients(people: readonly PossibleRecipient[]): ReadonlySet<PersonId> {
  const { members } = useMeeting()
  const roleHolders = useRoleHolders()
  const coverage = useCoverage()
  const isRestricted = useAccess().data?.audience.isRestricted ?? false
  return useMemo(() => {
    const known = new Set<string | null>([
      ...members.map(({ personId }) => personId),
      ...roleHolders.map(({ personId }) => personId),
    ])
    const expected = new Set(
      coverage.flatMap(({ kind, markId, state }) =>
        kind === 'person' && state !== 'notNeeded' ? [markId] : [],
      ),
    )
    const belongs = ({ personId }: PossibleRecipient) =>
      isRestricted || known.has(personId) || expected.has(markIdOf('person', personId))
    return new Set(
      people.filter((one) => one.state !== 'sent' && belongs(one)).map(({ personId }) => personId),
    )
  }, [people, members, roleHolders, coverage, isRestricted])
}
