import { useDeferredValue, useMemo } from 'react'
import { coverageOf, type Expected } from '../../shared/people/coverage.ts'
import { useActionItems, usePreparationMarks, useTimeline } from './useContent.ts'
import { useDirectory } from './useDirectory.ts'
import { useMeeting } from './useMeeting.ts'
import { useRolesHeld } from './useRolesHeld.ts'

/** Everybody this review speaks of, and whether they are in. Read again once typing leaves time for it. */
export function useCoverage(): Expected[] {
  const timeline = useDeferredValue(useTimeline())
  const actionItems = useDeferredValue(useActionItems())
  const roleHolders = useRolesHeld()
  const marks = usePreparationMarks()
  const { members } = useMeeting()
  const { people, teams } = useDirectory()
  return useMemo(
    () => coverageOf({ timeline, actionItems, roleHolders, marks, members, people, teams }),
    [timeline, actionItems, roleHolders, marks, members, people, teams],
  )
}
