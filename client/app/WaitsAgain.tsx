import { useEffect, useRef } from 'react'
import type { GuestVisit } from '../../shared/wire/people.ts'
import { GuestWaits } from '../features/guests/GuestWaits.tsx'
import { useMe } from './me.ts'
import { useLookForVisit } from './useLookForVisit.ts'

/** A guest at the meeting's own address while nobody has let them in: the postmortem was restricted meanwhile, say. */
export function WaitsAgain({ visit }: { visit: GuestVisit }) {
  const me = useMe()
  useLookForVisit(true)
  return <GuestWaits me={me} visit={visit} workspaceName={null} onIn={() => {}} />
}

/** Calls `onChanged` once the waiting is over, however it ended. */
export function useAfterWaiting(isWaiting: boolean, onChanged: () => void): void {
  const wasWaiting = useRef(isWaiting)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the waiting ends, not whenever the page is drawn
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) onChanged()
    wasWaiting.current = isWaiting
  }, [isWaiting])
}
