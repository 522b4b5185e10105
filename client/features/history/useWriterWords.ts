import { useQuery } from '@tanstack/react-query'
import type { ContentPlace } from '../../../shared/content/place.ts'
import { memberOf } from '../../../shared/meeting/meeting.ts'
import type { WritersOfPlace } from '../../../shared/wire/history.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { writersQuery } from './historyQueries.ts'

const MOST_NAMED = 2

/** Who changed a place since a checkpoint: `by Fay`, `by several people`. Empty until the server has told. */
export function useWriterWords(number: number): (place: ContentPlace) => string {
  const { postmortemId } = useRoom()
  const meeting = useMeeting()
  const { data: writersByPlace } = useQuery(writersQuery(postmortemId, number))
  const nameOf = (personId: string) => memberOf(meeting, personId)?.name ?? 'someone'
  return (place) => {
    const writers = writersByPlace?.get(place)
    return writers ? writersInWords(writers, nameOf) : ''
  }
}

function writersInWords(
  { people, isIncomplete }: WritersOfPlace,
  nameOf: (personId: string) => string,
): string {
  if (people.length === 0) return 'by someone unknown'
  if (isIncomplete || people.length > MOST_NAMED) return 'by several people'
  return `by ${people.map(nameOf).join(' and ')}`
}
