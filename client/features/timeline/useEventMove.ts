import { type PointerEvent, useMemo, useState } from 'react'
import { describeTimelineEvents } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { placeInOrder } from '../../../shared/timeline/placeInOrder.ts'
import { placeInWords } from '../../../shared/timeline/placeInWords.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { type ValueStore, valueStore } from '../../room/valueStore.ts'
import { announce } from '../../ui/liveRegions.ts'
import { showToast } from '../../ui/toasts.ts'
import { dragOverTimeline, type Pointer } from './dragOverTimeline.ts'
import { rowAbove } from './rowAbove.ts'

/** An event that is being moved, and where it would come to stand; `words` is null where it stands already. */
export type HeldEvent = { id: TimelineEventId; afterId: TimelineEventId | null; words: string | null }

export type EventMove = {
  held: ValueStore<HeldEvent | null>
  drag: (press: PointerEvent<HTMLElement>, id: TimelineEventId) => void
  take: (id: TimelineEventId) => void
  step: (step: 1 | -1) => void
  drop: () => void
  cancel: () => void
}

/** How far beside the timeline it still counts as let go on it, in px. */
const BESIDE_PX = 40

/** Puts an event between two others, by pointer or by keys: shown while it is held, and written once it is let go. */
export function useEventMove(
  zone: string,
  rowOf: (id: TimelineEventId) => HTMLElement | null,
  goTo: (id: TimelineEventId) => void,
): EventMove {
  const room = useRoom()
  const [held] = useState(() => valueStore<HeldEvent | null>(null))
  return useMemo(() => {
    const read = () => room.timeline.read()
    const aim = (id: TimelineEventId, afterId: TimelineEventId | null) => {
      const before = held.get()
      if (before?.id === id && before.afterId === afterId) return
      const event = read().find((other) => other.id === id)
      const place = placeInOrder(read(), id, afterId)
      held.set({ id, afterId, words: event && place ? placeInWords(place, event.occurred, zone) : null })
    }
    const placeOf = (id: TimelineEventId) => {
      const position = read().findIndex((other) => other.id === id)
      return read()[position - 1]?.id ?? null
    }
    const leave = () => {
      if (held.get() === null) return // it was dropped
      held.set(null)
      announce('It stays where it is')
    }
    const drop = () => {
      const now = held.get()
      const event = read().find(({ id }) => id === now?.id)
      const place = now && placeInOrder(read(), now.id, now.afterId)
      if (!place || !event) return leave() // it was let go where it stands, or one of the two is gone
      held.set(null)
      const write = () => describeTimelineEvents(room.contentDoc, place.edits, room.origin)
      showToast(`Moved: ${placeInWords(place, event.occurred, zone)}`, { onUndo: reversibly(room, write) })
      goTo(event.id)
    }
    return {
      held,
      drop,
      cancel: leave,
      drag: (press, id) => {
        const section = press.currentTarget.closest('section')
        const onOver = ({ x, y }: Pointer) => {
          const { left, right } = section?.getBoundingClientRect() ?? { left: 0, right: 0 }
          const isBeside = x < left - BESIDE_PX || x > right + BESIDE_PX
          aim(id, isBeside ? placeOf(id) : rowAbove(section, y, id))
        }
        dragOverTimeline(press, { onOver, onEnd: (isDropped) => (isDropped ? drop() : leave()) })
      },
      take: (id) => {
        aim(id, placeOf(id))
        announce('Taken. Arrows move it, Enter lets it go, Escape leaves it where it was')
      },
      step: (step) => {
        const now = held.get()
        if (!now) return // the key came after it was let go
        const rest = read().filter(({ id }) => id !== now.id)
        const slot = rest.findIndex(({ id }) => id === now.afterId) + 1 + step
        if (slot < 0 || slot > rest.length) return announce(slot < 0 ? 'It is the first' : 'It is the last')
        aim(now.id, rest[slot - 1]?.id ?? null)
        const beside = rest[Math.max(slot - 1, 0)]
        if (beside) rowOf(beside.id)?.scrollIntoView?.({ block: 'nearest' })
        announce(held.get()?.words ?? 'Where it was')
      },
    }
  }, [room, held, zone, rowOf, goTo])
}
