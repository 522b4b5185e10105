import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useCan } from '../../room/useMeeting.ts'
import { dragOverTimeline } from './dragOverTimeline.ts'
import styles from './HorizonLine.module.css'
import { rowAbove } from './rowAbove.ts'

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

  const onPointerDown = (press: PointerEvent<HTMLElement>) => {
    const section = press.currentTarget.closest('section')
    let aimed: number | null = null
    dragOverTimeline(press, {
      onOver: ({ y }) => {
        aimed = timeBefore(section, timeline, y)
        onAim(aimed)
      },
      onEnd: (isDropped) => {
        onAim(null)
        if (isDropped && aimed !== null && aimed !== at) set(aimed)
      },
    })
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
  section: HTMLElement | null,
  timeline: readonly TimelineEvent[],
  y: number,
): number | null {
  const aboveId = rowAbove(section, y)
  if (aboveId !== null) return timeline.find(({ id }) => id === aboveId)?.occurred.at ?? null
  const first = timeline[0]
  return first ? first.occurred.at - 60_000 : null
}
