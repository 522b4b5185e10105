import { useRef, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/ids.ts'
import { type Presence, type PresencePlace, presence as presenceSchema } from '../../shared/wire/presence.ts'
import { useRoom } from './RoomProvider.tsx'

/** One connected browser; the same person may have several. */
export type PresentBrowser = Presence & { clientId: number }

const nobody: readonly PresentBrowser[] = []

type BrowserView = { read: () => readonly PresentBrowser[]; subscribe: (changed: () => void) => () => void }
const viewByPresence = new WeakMap<Awareness, BrowserView>()
const emptyView: BrowserView = { read: () => nobody, subscribe: () => () => {} }

/** Parsed once for all who look; a browser that said nothing new keeps its identity. */
function viewOf(presence: Awareness | null): BrowserView {
  if (!presence) return emptyView
  const known = viewByPresence.get(presence)
  if (known) return known
  const parsedFrom = new Map<number, { state: unknown; browser: PresentBrowser | null }>()
  let browsers = readBrowsers(presence, parsedFrom)
  const listeners = new Set<() => void>()
  const onChange = () => {
    const next = readBrowsers(presence, parsedFrom)
    if (isSame(next, browsers)) return
    browsers = next
    for (const changed of [...listeners]) changed()
  }
  const view: BrowserView = {
    read: () => browsers,
    subscribe: (changed) => {
      if (listeners.size === 0) {
        presence.on('change', onChange)
        onChange()
      }
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
        if (listeners.size === 0) presence.off('change', onChange)
      }
    },
  }
  viewByPresence.set(presence, view)
  return view
}

/** The other browsers in the room, this one left out. */
export function usePresentBrowsers(): readonly PresentBrowser[] {
  const view = viewOf(useRoom().presence)
  return useSyncExternalStore(view.subscribe, view.read)
}

/** Those of the other browsers that `belongs` picks. Renders again only when one of these has changed. */
export function useBrowsersWhere(belongs: (browser: PresentBrowser) => boolean): readonly PresentBrowser[] {
  const view = viewOf(useRoom().presence)
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

/** Everyone connected, me included, each person once however many browsers they have open. */
export function usePeopleHere(): ReadonlySet<PersonId> {
  const { me } = useRoom()
  const here = new Set(usePresentBrowsers().map(({ person }) => person.personId))
  if (me) here.add(me.personId)
  return here
}

/** The other browsers that are at this place now. */
export function useOthersAt(place: PresencePlace): readonly PresentBrowser[] {
  return useBrowsersWhere(({ editing }) => editing?.in === place.in && editing.id === place.id)
}
