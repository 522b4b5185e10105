import { can } from '../../shared/meeting/capabilities.ts'
import { useMeeting } from './useMeeting.ts'
import { usePeopleHere } from './usePresence.ts'

/** How many of those who are here and are asked are ready to leave the current item. */
export function useReadiness(): { ready: number; of: number; words: string } {
  const meeting = useMeeting()
  const here = usePeopleHere()
  const isReady = new Set(meeting.ready)
  const asked = meeting.members.filter(
    ({ personId, role }) => can(role, 'signalReady') && (here.has(personId) || isReady.has(personId)),
  )
  const ready = asked.filter(({ personId }) => isReady.has(personId)).length
  return { ready, of: asked.length, words: `${ready} of ${asked.length} ready` }
}
