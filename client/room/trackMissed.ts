import type * as Y from 'yjs'
import { placesChanged } from '../../shared/content/places.ts'
import { currentItem } from '../../shared/meeting/agenda.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { ConnectionState } from './connectionState.ts'
import type { ValueStore } from './valueStore.ts'

/** What happened in the meeting while this browser was away. */
export type Missed = {
  /** The item the agenda has moved to meanwhile; null if it has not. */
  movedTo: string | null
  /** How many cards, events, actions and texts others have changed. */
  edits: number
}

export const nothingMissed: Missed = { movedTo: null, edits: 0 }

/** Counts from the moment the line is lost until it is back; `missed` tells so far. */
export function trackMissed(
  doc: Y.Doc,
  {
    isRemote,
    line,
    snapshot,
  }: {
    isRemote: (origin: unknown) => boolean
    line: ValueStore<ConnectionState>
    snapshot: ValueStore<MeetingSnapshot>
  },
): { missed: () => Missed; stop: () => void } {
  const itemNow = () => snapshot.get().meeting.currentItemId
  let itemBefore = itemNow()
  const edited = new Set<string>()
  let wasLive = false

  const stopFollowing = line.subscribe(() => {
    const isLive = line.get().is === 'live'
    if (wasLive && !isLive) {
      itemBefore = itemNow()
      edited.clear()
    }
    wasLive = isLive
  })
  const onTransaction = (transaction: Y.Transaction) => {
    if (line.get().is === 'live' || !isRemote(transaction.origin)) return
    for (const place of placesChanged(transaction)) edited.add(`${place.in} ${place.id}`)
  }
  doc.on('afterTransaction', onTransaction)

  return {
    missed: () => ({
      movedTo: itemNow() === itemBefore ? null : (currentItem(snapshot.get().meeting)?.title ?? null),
      edits: edited.size,
    }),
    stop: () => {
      stopFollowing()
      doc.off('afterTransaction', onTransaction)
    },
  }
}
