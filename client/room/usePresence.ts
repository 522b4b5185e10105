import { useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/ids.ts'
import { type Presence, type PresencePlace, presence as presenceSchema } from '../../shared/wire/presence.ts'
import { useRoom } from './RoomProvider.tsx'

/** One connected browser; the same person may have several. */
export type PresentBrowser = Presence & { clientId: number }

const nobody: readonly PresentBrowser[] = []
const readBy = new WeakMap<Awareness, readonly PresentBrowser[]>()

/** The other browsers in the room, this one left out. Read with a schema: anything may come over the wire. */
export function usePresentBrowsers(): readonly PresentBrowser[] {
  const { presence } = useRoom()
  return useSyncExternalStore(
    (changed) => {
      if (!presence) return () => {}
      const reread = () => {
        readBy.set(presence, readBrowsers(presence))
        changed()
      }
      reread()
      presence.on('change', reread)
      return () => presence.off('change', reread)
    },
    () => (presence ? (readBy.get(presence) ?? nobody) : nobody),
  )
}

function readBrowsers(presence: Awareness): readonly PresentBrowser[] {
  return [...presence.getStates()].flatMap(([clientId, state]) => {
    if (clientId === presence.clientID) return []
    const parsed = presenceSchema.safeParse(state)
    return parsed.success ? [{ ...parsed.data, clientId }] : []
  })
}

/** Everyone connected, me included, each person once however many browsers they have open. */
export function usePeopleHere(): ReadonlySet<PersonId> {
  const { me } = useRoom()
  const here = new Set(usePresentBrowsers().map(({ person }) => person.personId))
  if (me) here.add(me.personId)
  return here
}

/** The other browsers that are at this place now. */
export function useOthersAt(place: PresencePlace): readonly PresentBrowser[] {
  return usePresentBrowsers().filter(({ editing }) => editing?.in === place.in && editing.id === place.id)
}
