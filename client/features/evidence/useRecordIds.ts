import { useMemo, useSyncExternalStore } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { recordIdsIn } from './addOffers.ts'

const none: ReadonlySet<string> = new Set()
const never = () => () => {}

/** Everything in the document by id, while it is needed: otherwise every letter somebody types would be looked at. */
export function useRecordIds(isNeeded: boolean): ReadonlySet<string> {
  const room = useRoom()
  const timeline = useSyncExternalStore(isNeeded ? room.timeline.subscribe : never, room.timeline.read)
  const cards = useSyncExternalStore(isNeeded ? room.cards.subscribe : never, room.cards.read)
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are what the room is read for
  return useMemo(() => (isNeeded ? recordIdsIn(room) : none), [isNeeded, room, timeline, cards])
}
