import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useCan } from '../../room/useMeeting.ts'
import styles from './HorizonLine.module.css'

type HorizonLineProps = {
  at: number
  words: string
  spoken: string
  timeline: readonly TimelineEvent[]
  /** Where the line is being dragged to; null once it is let go. */
  onAim: (at: number | null) => void
}

/** The line between what could be known and what could not. Dragged, or moved by arrows from event to event. */
export function HorizonLine({ at, words, spoken, timeline, onAim }: HorizonLineProps) {
  const { horizonAt, set, follow, isOwn } = useHorizon()
  const setsForAll = useCan('steerStage')
  const stops = [...new Set(timeline.map(({ occurred }) => occurred.at))]
  const position = stops.findLastIndex((stop) => stop <= at)
  const hasArrived = timeline.length > 0
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timelineHere = line.current?.closest('section')
    const isWritingThere = document.activeElement instanceof HTMLTextAreaElement
    if (
      horizonAt === null ||
      !hasArrived ||
      (isWritingThere && timelineHere?.contains(document.activeElement))
    )
      return
    line.current?.scrollIntoView?.({ block: 'nearest' })
  }, [horizonAt, hasArrived])

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const list = event.currentTarget.closest('section')
    const handle = event.currentTarget
    event.preventDefault() // or the drag would select the words it passes
    handle.focus({ preventScroll: true })
    handle.setPointerCapture(event.pointerId)
    let aimed: number | null = null
    const onMove = ({ clientY }: { clientY: number }) => {
      aimed = timeBefore(list, timeline, clientY)
      onAim(aimed)
    }
    const onEnd = () => {
      handle.removeEventListener('pointermove', onMove)
      onAim(null)
      if (aimed !== null && aimed !== at) set(aimed)
    }
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('lostpointercapture', onEnd, { once: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
    const to = step === undefined ? undefined : stops[position + step]
    if (step === undefined) return
    event.preventDefault()
    if (to !== undefined) set(to)
  }

  return (
    <div className={styles.line} ref={line}>
      <div
        className={styles.handle}
        role="slider"
        tabIndex={0}
        aria-label="Horizon"
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={stops.length}
        aria-valuenow={position + 1}
        aria-valuetext={spoken}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      >
        <span className={styles.sun} aria-hidden="true" />
        Horizon {words}
      </div>
      {isOwn ? (
        <button type="button" className={styles.link} onClick={follow}>
          Follow the room
        </button>
      ) : (
        <button type="button" className={styles.link} onClick={() => set(null)}>
          Clear<span className="vh"> the horizon{setsForAll ? '' : ' for me'}</span>
        </button>
      )}
      {!isOwn && (
        <span className={styles.not} aria-hidden="true">
          not yet known
        </span>
      )}
    </div>
  )
}

/** The time of the last event above a height on the screen; just before the first one where that is above them all. */
function timeBefore(
  list: HTMLElement | null,
  timeline: readonly TimelineEvent[],
  clientY: number,
): number | null {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-event]') ?? [])]
  const above = rows.findLast((row) => {
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 < clientY
  })
  const first = timeline[0]
  if (!above) return first ? first.occurred.at - 60_000 : null
  return timeline.find(({ id }) => id === above.dataset.event)?.occurred.at ?? null
}
