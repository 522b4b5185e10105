import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { announce } from '../../ui/liveRegions.ts'

export type EventSelection = {
  ids: ReadonlySet<TimelineEventId>
  /** The selected events that are still there, in order. */
  events: readonly TimelineEvent[]
  toggle: (id: TimelineEventId) => void
  /** Everything from where the selection began, or from `here` where nothing is selected, to this one. */
  extendFrom: (here: TimelineEventId, to: TimelineEventId) => void
  clear: () => void
}

type Chosen = { ids: ReadonlySet<TimelineEventId>; anchor: TimelineEventId | null }
const nothing: Chosen = { ids: new Set(), anchor: null }

/** Several events, to change them at once. Nobody else sees it. */
export function useEventSelection(timeline: readonly TimelineEvent[]): EventSelection {
  const view = useRoom().timeline
  const [chosen, setChosen] = useState(nothing)
  const told = useRef(0)
  const toggle = useCallback(
    (id: TimelineEventId) =>
      setChosen(({ ids }) => {
        const others = [...ids].filter((other) => other !== id)
        return { ids: new Set(ids.has(id) ? others : [...others, id]), anchor: id }
      }),
    [],
  )
  const extendFrom = useCallback(
    (here: TimelineEventId, to: TimelineEventId) =>
      setChosen(({ ids, anchor }) => {
        const order = view.read().map(({ id }) => id)
        const begun = anchor !== null && ids.has(anchor) && order.includes(anchor) ? anchor : here
        const [first = 0, last = 0] = [order.indexOf(begun), order.indexOf(to)].sort((a, b) => a - b)
        return { ids: new Set(order.slice(Math.max(first, 0), last + 1)), anchor: begun }
      }),
    [view],
  )
  const clear = useCallback(() => setChosen(nothing), [])
  const { ids } = chosen
  const events = useMemo(() => timeline.filter(({ id }) => ids.has(id)), [timeline, ids])
  useEffect(() => {
    if (told.current === events.length) return
    told.current = events.length
    announce(events.length === 0 ? 'Nothing is selected' : `${events.length} selected`)
  }, [events.length])
  return useMemo(() => ({ ids, events, toggle, extendFrom, clear }), [ids, events, toggle, extendFrom, clear])
}
