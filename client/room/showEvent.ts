import { useEffect } from 'react'
import type { TimelineEventId } from '../../shared/ids.ts'

/** False for an event that is not in it. */
type Show = (id: TimelineEventId) => boolean

const shown = new Set<Show>()

/** A timeline on the page says how it takes a person to an event: of thousands it draws only those in sight. */
export const useShowsEvents = (show: Show): void =>
  useEffect(() => {
    shown.add(show)
    return () => void shown.delete(show)
  }, [show])

/** Takes a person to an event. False where no timeline on the page has it. */
export const showEvent = (id: TimelineEventId): boolean => [...shown].some((show) => show(id))
