import { useEffect } from 'react'
import { useRoom } from '../../room/RoomProvider.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { type BoardKind, columns } from './columns.ts'

/** New cards of others are told together, and no more often than this. */
export const NEW_CARDS_EVERY_MS = 15_000

/** Tells what others add while someone listens. What was there when the connection came is not news. */
export function useNewCardsSpoken(kinds: readonly BoardKind[]): void {
  const room = useRoom()
  useEffect(() => {
    const known = new Set<string>()
    const news = new Map<BoardKind, number>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const speak = () => {
      timer = undefined
      if (news.size === 0) return
      const parts = [...news].map(
        ([kind, count]) => `${count} new ${count === 1 ? 'card' : 'cards'} in ${columns[kind].title}`,
      )
      announce(parts.join(', '))
      news.clear()
      timer = setTimeout(speak, NEW_CARDS_EVERY_MS)
    }
    const look = () => {
      const isNews = room.connection.get().is === 'live'
      for (const { id, by, place } of room.cards.read()) {
        if (known.has(id)) continue
        known.add(id)
        const kind = kinds.find((shown) => shown === place.kind)
        if (isNews && kind && by !== room.me?.personId) news.set(kind, (news.get(kind) ?? 0) + 1)
      }
      if (news.size > 0 && timer === undefined) timer = setTimeout(speak, 0)
    }
    for (const { id } of room.cards.read()) known.add(id)
    const stop = room.cards.subscribe(look)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [room, kinds])
}
