import type * as Y from 'yjs'
import { placesChanged } from '../../shared/content/places.ts'
import type { PresencePlace } from '../../shared/wire/presence.ts'
import { samePlace, type UnsentChanges } from '../device/unsentChanges.ts'
import type { ConnectionState } from './connectionState.ts'
import { type SaveState, type SavingFacts, saveStateOf } from './saveState.ts'
import { OFFLINE_AFTER_MS, QUIET_BLIP_MS } from './steadyLine.ts'
import type { Missed } from './trackMissed.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

const BARRIER_DELAY_MS = 250
const TICK_MS = 200

export type SavingTracker = {
  state: ValueStore<SaveState>
  /** How many changes the server has not confirmed to be on disk, those an earlier visit left here too. */
  changes: () => number
  /** Where they were made. */
  places: () => readonly PresencePlace[]
  connected: () => void
  received: (isReceived: boolean) => void
  durable: (number: number) => void
  held: () => void
  /** What was not confirmed never will be: it is kept elsewhere, and counts no longer. */
  giveUp: () => void
  stop: () => void
}

type SavingRoom = {
  isOwn: (origin: unknown) => boolean
  sendBarrier: (number: number) => void
  connection: ValueStore<ConnectionState>
  /** The connection as people are told of it. */
  line: ValueStore<ConnectionState>
  unsent: UnsentChanges
  missed: () => Missed
  /** When this browser last heard of the meeting before it lost the line, if that is longer ago than the line says. */
  awaySince: () => number | null
  mayEdit: () => boolean
  now: () => number
}

/**
 * Counts this browser's changes and asks the server when they are on disk. A barrier says "everything before me": its
 * answer covers the changes made until it was sent, deletions included, and stays true across reconnects.
 */
export function trackSaving(doc: Y.Doc, room: SavingRoom): SavingTracker {
  const { isOwn, sendBarrier, connection, line, unsent, missed, awaySince, mayEdit, now } = room
  let facts: Omit<SavingFacts, 'line' | 'mayEdit'> = {
    changes: unsent.found.changes,
    isConfirmed: false,
    trustedUntil: 0,
    changedAt: null,
    isReceived: true,
    isHeld: false,
    caughtUp: null,
  }
  let made = unsent.found.changes
  /** How many of `made` the server has confirmed. What was found counts as made before anything else. */
  let confirmed = 0
  let touched: { place: PresencePlace; made: number }[] = unsent.found.places.map((place) => ({
    place,
    made,
  }))
  let barrier = 0
  /** By number: how many changes had been made when the barrier was sent, and when that was. */
  const barriersAsked = new Map<number, { made: number; at: number }>()
  /** The line was lost for longer than a blip, and it has not been said yet what was made up for. */
  let returning: { changes: number; isLong: boolean } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const stateNow = () => saveStateOf({ ...facts, line: line.get(), mayEdit: mayEdit() }, now())
  const state = valueStore<SaveState>({ is: 'opening' })
  const refresh = () => {
    const next = stateNow()
    if (JSON.stringify(next) !== JSON.stringify(state.get())) state.set(next)
  }
  const noteUnsent = () => {
    const own = touched.filter((touch) => touch.made > Math.max(confirmed, unsent.found.changes))
    unsent.note({
      changes: made - Math.max(confirmed, unsent.found.changes),
      places: own.map(({ place }) => place),
    })
  }

  const askBarrier = () => {
    timer = undefined
    if (connection.get().is !== 'live') return
    barrier++
    barriersAsked.set(barrier, { made, at: now() })
    sendBarrier(barrier)
  }
  const onUpdate = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!isOwn(origin)) return
    made++
    for (const place of placesChanged(transaction)) {
      touched = [...touched.filter((touch) => !samePlace(touch.place, place)), { place, made }]
    }
    facts = { ...facts, changes: made - confirmed, changedAt: facts.changedAt ?? now(), isReceived: false }
    noteUnsent()
    timer ??= setTimeout(askBarrier, BARRIER_DELAY_MS)
    refresh()
  }
  doc.on('update', onUpdate)

  const sayIfBack = () => {
    if (!returning || line.get().is !== 'live' || facts.changes > 0 || !facts.isConfirmed) return
    const { movedTo, edits } = returning.isLong ? missed() : { movedTo: null, edits: 0 }
    const caughtUp = { changes: returning.changes, movedTo, edits, at: now() }
    if (caughtUp.changes > 0 || movedTo !== null || edits > 0) facts = { ...facts, caughtUp }
    returning = null
  }
  const stopListening = line.subscribe(() => {
    sayIfBack()
    refresh()
  })
  const tick = setInterval(refresh, TICK_MS)

  return {
    state,
    changes: () => facts.changes,
    places: () => touched.map(({ place }) => place),
    connected: () => {
      barriersAsked.clear()
      const shown = line.get()
      if (shown.is === 'reconnecting' && now() - shown.since >= QUIET_BLIP_MS) {
        const goneMs = now() - Math.min(shown.since, awaySince() ?? shown.since)
        returning = {
          changes: Math.max(facts.changes, returning?.changes ?? 0),
          isLong: goneMs >= OFFLINE_AFTER_MS || returning?.isLong === true,
        }
      }
      const isTrusted = returning === null && (facts.isConfirmed || now() < facts.trustedUntil)
      facts = {
        ...facts,
        isConfirmed: false,
        trustedUntil: isTrusted ? now() + QUIET_BLIP_MS : 0,
        isHeld: false,
        changedAt: facts.changedAt ?? now(),
      }
      askBarrier()
      refresh()
    },
    received: (isReceived) => {
      facts = { ...facts, isReceived }
      refresh()
    },
    durable: (number) => {
      const asked = barriersAsked.get(number)
      if (!asked) return // asked on a connection that was lost; the one after it asks again
      for (const earlier of barriersAsked.keys()) if (earlier <= number) barriersAsked.delete(earlier)
      confirmed = asked.made
      touched = touched.filter((touch) => touch.made > confirmed)
      const changes = made - confirmed
      facts = {
        ...facts,
        changes,
        changedAt: changes === 0 ? null : asked.at,
        isConfirmed: true,
        isHeld: false,
      }
      unsent.settled()
      noteUnsent()
      sayIfBack()
      refresh()
    },
    held: () => {
      facts = { ...facts, isHeld: true }
      refresh()
    },
    giveUp: () => {
      confirmed = made
      touched = []
      facts = { ...facts, changes: 0, changedAt: null }
      unsent.drop()
      refresh()
    },
    stop: () => {
      doc.off('update', onUpdate)
      stopListening()
      clearTimeout(timer)
      clearInterval(tick)
    },
  }
}
