import type * as Y from 'yjs'
import type { ConnectionState } from './connectionState.ts'
import { type SaveState, type SavingFacts, saveStateOf } from './saveState.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

const BARRIER_DELAY_MS = 250
const TICK_MS = 200

export type SavingTracker = {
  state: ValueStore<SaveState>
  /** How many changes the server has not confirmed to be on disk. */
  changes: () => number
  connected: () => void
  received: (isReceived: boolean) => void
  durable: (number: number) => void
  held: () => void
  stop: () => void
}

/**
 * Counts this browser's changes and asks the server when they are on disk. A barrier says "everything before me": its
 * answer covers the changes made until it was sent, deletions included, and stays true across reconnects.
 */
export function trackSaving(
  doc: Y.Doc,
  {
    isOwn,
    sendBarrier,
    connection,
    mayEdit,
    now,
  }: {
    isOwn: (origin: unknown) => boolean
    sendBarrier: (number: number) => void
    connection: ValueStore<ConnectionState>
    mayEdit: () => boolean
    now: () => number
  },
): SavingTracker {
  let facts: Omit<SavingFacts, 'connection' | 'mayEdit'> = {
    changes: 0,
    isConfirmed: false,
    changedAt: null,
    isReceived: true,
    isHeld: false,
    merged: null,
  }
  let made = 0
  let barrier = 0
  /** By number: how many changes had been made when the barrier was sent, and when that was. */
  const barriersAsked = new Map<number, { made: number; at: number }>()
  let isLost = false
  let changesWhenLost = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stateNow = () => saveStateOf({ ...facts, connection: connection.get(), mayEdit: mayEdit() }, now())
  const state = valueStore<SaveState>({ is: 'opening' })
  const refresh = () => {
    const next = stateNow()
    if (JSON.stringify(next) !== JSON.stringify(state.get())) state.set(next)
  }

  const askBarrier = () => {
    timer = undefined
    if (connection.get().is !== 'live') return
    barrier++
    barriersAsked.set(barrier, { made, at: now() })
    sendBarrier(barrier)
  }
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (!isOwn(origin)) return
    made++
    facts = { ...facts, changes: facts.changes + 1, changedAt: facts.changedAt ?? now(), isReceived: false }
    timer ??= setTimeout(askBarrier, BARRIER_DELAY_MS)
    refresh()
  }
  doc.on('update', onUpdate)
  const stopListening = connection.subscribe(() => {
    if (connection.get().is === 'reconnecting') isLost = true
    refresh()
  })
  const tick = setInterval(refresh, TICK_MS)

  return {
    state,
    changes: () => facts.changes,
    connected: () => {
      barriersAsked.clear()
      changesWhenLost = isLost ? facts.changes : 0
      isLost = false
      facts = { ...facts, isConfirmed: false, isHeld: false, changedAt: facts.changedAt ?? now() }
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
      const changes = made - asked.made
      const isBack = changes === 0 && changesWhenLost > 0
      const merged = isBack ? { changes: changesWhenLost, at: now() } : facts.merged
      if (isBack) changesWhenLost = 0
      const changedAt = changes === 0 ? null : asked.at
      facts = { ...facts, changes, changedAt, merged, isConfirmed: true, isHeld: false }
      refresh()
    },
    held: () => {
      facts = { ...facts, isHeld: true }
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
