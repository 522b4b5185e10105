import { colourOf, memberOf } from '../../shared/meeting/meeting.ts'
import { useMeeting } from './useMeeting.ts'

/** How a person is shown: name and colour, 1 to 8. A person the meeting does not know (yet) is “Someone”. */
export function usePerson(personId: string | null): { name: string; colour: number } {
  const meeting = useMeeting()
  if (personId === null) return { name: 'Nobody', colour: 1 }
  return { name: memberOf(meeting, personId)?.name ?? 'Someone', colour: colourOf(meeting, personId) }
}
