import { useRef, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/ids.ts'
import { type Presence, type PresencePlace, presence as presenceSchema } from '../../shared/wire/presence.ts'
import { useRoom } from './RoomProvider.tsx'
import type { Room } from './room.ts'
import { useValue } from './valueStore.ts'

/** One connected browser; the same person may have several. */
export type PresentBrowser = Presence & { clientId: number }

const nobody: readonly PresentBrowser[] = []

/** Most who go are back by then: a refresh, a blip. */
const LINGER_MS = 2_000

type BrowserView = { read: () => readonly PresentBrowser[]; subscribe: (changed: () => void) => () => void }
const viewByPresence = new WeakMap<Awareness, BrowserView>()
const emptyView: BrowserView = { read: () => nobody, subscribe: () => () => {} }

/**
 * Parsed once for all who look; a browser that said nothing new keeps its identity. Whoever goes is shown a little
 * longer, and everybody for as long as this browser itself has no line: it does not know then that they went.
 */
function viewOf({ presence, connection }: Pick<Room, 'presence' | 'connection'>): BrowserView {
  if (!presence) return emptyView
  const known = viewByPresence.get(presence)
  if (known) return known
  const parsedFrom = new Map<number, { state: unknown; browser: PresentBrowser | null }>()
  const goneAt = new Map<number, number>()
  let browsers = readBrowsers(presence, parsedFrom)
  let looking: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const lingering = (present: readonly PresentBrowser[]) => {
    const isLive = connection.get().is === 'live'
    const now = performance.now()
    return browsers.filter((browser) => {
      const { clientId, person } = browser
      if (present.some((other) => other.clientId === clientId)) return false
      if (!isLive) goneAt.delete(clientId)
      if (!isLive) return true
      if (present.some((other) => other.person.personId === person.personId)) return false
      const since = goneAt.get(clientId) ?? now
      goneAt.set(clientId, since)
      return now - since < LINGER_MS
    })
  }
  const look = () => {
    const present = readBrowsers(presence, parsedFrom)
    const gone = lingering(present)
    for (const { clientId } of present) goneAt.delete(clientId)
    clearTimeout(looking)
    if (gone.length > 0 && connection.get().is === 'live') looking = setTimeout(look, LINGER_MS)
    const next = [...present, ...gone]
    if (isSame(next, browsers)) return
    browsers = next
    for (const changed of [...listeners]) changed()
  }
  let stopFollowing = () => {}
  const view: BrowserView = {
    read: () => browsers,
    subscribe: (changed) => {
      if (listeners.size === 0) {
        presence.on('change', look)
        stopFollowing = connection.subscribe(look)
        look()
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        presence.off('change', look)
        stopFollowing()
        clearTimeout(looking)
      }
    },
  }
  viewByPresence.set(presence, view)
  return view
}

/** The other browsers in the room, this one left out. */
export function usePresentBrowsers(): readonly PresentBrowser[] {
  const view = viewOf(useRoom())
  return useSyncExternalStore(view.subscribe, view.read)
}

/** Those of the other browsers that `belongs` picks. Renders again only when one of these has changed. */
export function useBrowsersWhere(belongs: (browser: PresentBrowser) => boolean): readonly PresentBrowser[] {
  const view = viewOf(useRoom())
  const last = useRef(nobody)
  return useSyncExternalStore(view.subscribe, () => {
    const next = view.read().filter(belongs)
    if (!isSame(next, last.current)) last.current = next
    return last.current
  })
}

const isSame = (a: readonly PresentBrowser[], b: readonly PresentBrowser[]) =>
  a.length === b.length && a.every((browser, position) => browser === b[position])

/** Read with a schema: anything may come over the wire. */
function readBrowsers(
  presence: Awareness,
  parsedFrom: Map<number, { state: unknown; browser: PresentBrowser | null }>,
): readonly PresentBrowser[] {
  return [...presence.getStates()].flatMap(([clientId, state]) => {
    if (clientId === presence.clientID) return []
    const known = parsedFrom.get(clientId)
    if (known?.state === state) return known.browser ?? []
    const parsed = presenceSchema.safeParse(state)
    const browser = parsed.success ? { ...parsed.data, clientId } : null
    parsedFrom.set(clientId, { state, browser })
    return browser ?? []
  })
}

/**
 * Everyone connected, me included, each person once however many browsers they have open. While this browser is not,
 * who was when it lost the line.
 */
export function usePeopleHere(): ReadonlySet<PersonId> {
  const { me, memory } = useRoom()
  const remembered = useValue(memory)
  const here = new Set(usePresentBrowsers().map(({ person }) => person.personId))
  for (const personId of remembered?.here ?? []) here.add(personId)
  if (me) here.add(me.personId)
  return here
}

/** The other browsers that are at this place now. */
export function useOthersAt(place: PresencePlace): readonly PresentBrowser[] {
  return useBrowsersWhere(({ editing }) => editing?.in === place.in && editing.id === place.id)
}
