import { type Meeting, memberOf } from '../../shared/meeting/meeting.ts'
import { useMeeting } from './useMeeting.ts'

const firstWord = (name: string): string => name.split(/\s+/)[0] ?? name

/** What people call someone here: the first word of the name, or all of it where two share that word. */
export function shortNameOf(meeting: Meeting, personId: string): string {
  const person = memberOf(meeting, personId)
  if (!person) return 'Someone'
  const short = firstWord(person.name)
  const isShared = meeting.members.some(
    (other) => other.personId !== personId && firstWord(other.name) === short,
  )
  return isShared ? person.name : short
}

export function useShortName(personId: string | null): string {
  const meeting = useMeeting()
  return personId === null ? 'Nobody' : shortNameOf(meeting, personId)
}
