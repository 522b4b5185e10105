import * as z from 'zod/mini'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { type PresencePlace, presencePlace } from '../../shared/wire/presence.ts'
import { forget, keep, keptPrefixOf, keysBeginning, recall } from './keptValue.ts'

/** Changes no server has confirmed, and where they were made. */
const unsent = z.object({ changes: z.number(), places: z.array(presencePlace) })
export type Unsent = z.infer<typeof unsent>

const nothingUnsent: Unsent = { changes: 0, places: [] }

export type UnsentChanges = {
  /** What earlier visits and other tabs had not got through when this page opened. */
  found: Unsent
  /** Says what this page has not got through yet. */
  note: (own: Unsent) => void
  /** The server has everything that was found. */
  settled: () => void
  /** It will never be sent: the server did not take it. */
  drop: () => void
}

/** For what nobody writes in: the shared screen, a program. */
export const unsentNowhere: UnsentChanges = {
  found: nothingUnsent,
  note: () => {},
  settled: () => {},
  drop: () => {},
}

const prefixOf = (me: PersonId, id: PostmortemId) => `${keptPrefixOf(me)}unsent.${id}.`

/**
 * The document on this device does not tell what the server lacks of it, so each tab writes it beside. Asked before
 * the document is read: a change noted later than that is not among those that were found.
 */
export function unsentChanges(me: PersonId, id: PostmortemId, tab: string): UnsentChanges {
  const ownKey = prefixOf(me, id) + tab
  const found = keysBeginning(prefixOf(me, id)).flatMap((key) => {
    const value = recall(key, unsent)
    return value ? [{ key, value }] : []
  })
  const settled = () => {
    // Another tab that is still open may have gone on counting; its own confirmation takes that away.
    for (const { key, value } of found) {
      if (JSON.stringify(recall(key, unsent)) === JSON.stringify(value)) forget(key)
    }
    found.length = 0
  }
  return {
    found: {
      changes: found.reduce((sum, { value }) => sum + value.changes, 0),
      places: found.flatMap(({ value }) => value.places),
    },
    note: (own) => {
      if (own.changes === 0) forget(ownKey)
      else keep(ownKey, own)
    },
    settled,
    drop: () => {
      settled()
      forget(ownKey)
    },
  }
}

/** How many changes of theirs this device holds and no server has, in all postmortems. */
export const countUnsentOf = (me: PersonId): number =>
  keysBeginning(`${keptPrefixOf(me)}unsent.`).reduce(
    (sum, key) => sum + (recall(key, unsent)?.changes ?? 0),
    0,
  )

/** A place once, however often something was changed in it. */
export const samePlace = (a: PresencePlace, b: PresencePlace): boolean => a.in === b.in && a.id === b.id
