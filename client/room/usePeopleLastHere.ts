import { useState } from 'react'
import type { PersonId } from '../../shared/ids.ts'
import { useRoom } from './RoomProvider.tsx'
import { usePeopleHere } from './usePresence.ts'
import { useValue } from './valueStore.ts'

/** Who is connected; while this browser is not, who was when it lost the line. */
export function usePeopleLastHere(): ReadonlySet<PersonId> {
  const isLive = useValue(useRoom().connection).is !== 'reconnecting'
  const here = usePeopleHere()
  const [last, setLast] = useState(here)
  if (isLive && !isSame(here, last)) setLast(here)
  return isLive ? here : last
}

const isSame = (some: ReadonlySet<PersonId>, others: ReadonlySet<PersonId>): boolean =>
  some.size === others.size && [...some].every((personId) => others.has(personId))
