import { useMemo } from 'react'
import { type MetricSeries, pointsOf } from '../../shared/content/metricSeries.ts'
import type { TimelineEvent } from '../../shared/content/timeline.ts'
import { metricInWords, pointsUntil } from '../../shared/timeline/metricInWords.ts'
import { thinPoints } from '../../shared/timeline/thinPoints.ts'
import styles from './MetricPicture.module.css'
import { heightsOf, metricPath, PICTURE, placeIn, pointsWithin, spanOf } from './metricPath.ts'

/** Two for each pixel of the column: the rest would lie on top of each other. */
const MOST_DRAWN = 700

type MetricPictureProps = {
  series: MetricSeries
  timeline: readonly TimelineEvent[]
  zone: string
  /** Where the horizon stands, and by what to dim: nothing while somebody looks past it. */
  horizonAt: number | null
  veilAt: number | null
  /** Draws nothing of what is behind it, and to the scale of what is before. */
  hidesBeyond?: boolean
}

/** One line over the time of the timeline. What is behind the horizon is dimmed, and in no word of its description. */
export function MetricPicture(props: MetricPictureProps) {
  const { series, timeline, zone, horizonAt, veilAt, hidesBeyond = false } = props
  const drawnUntil = hidesBeyond ? veilAt : null
  const drawn = useMemo(() => {
    const all = pointsOf(series)
    const span = spanOf(timeline, all)
    const points = thinPoints(pointsWithin(pointsUntil(all, drawnUntil), span), MOST_DRAWN)
    return { span, points, heightOf: heightsOf(points) }
  }, [series, timeline, drawnUntil])
  const words = useMemo(() => metricInWords(series, veilAt, zone), [series, veilAt, zone])
  const { span, points, heightOf } = drawn
  const [known, beyond] = useMemo(() => {
    const isKnown = ({ at }: { at: number }) => veilAt === null || at <= veilAt
    const lastKnown = points.findLastIndex(isKnown)
    return [points.slice(0, lastKnown + 1), points.slice(Math.max(lastKnown, 0))].map((part) =>
      metricPath(part, span, heightOf),
    )
  }, [points, span, heightOf, veilAt])
  const at = (instant: number) => Math.min(Math.max(placeIn(span, instant), 0), 1) * PICTURE.width
  return (
    <svg
      className={styles.picture}
      role="img"
      aria-label={words}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      preserveAspectRatio="none"
    >
      {veilAt !== null && !hidesBeyond && (
        <rect className={styles.veil} x={at(veilAt)} width={PICTURE.width - at(veilAt)} height="100%" />
      )}
      {beyond && veilAt !== null && <path className={styles.beyond} d={beyond} />}
      {known && <path className={styles.line} d={known} />}
      {horizonAt !== null && (
        <line className={styles.horizon} x1={at(horizonAt)} x2={at(horizonAt)} y1={0} y2={PICTURE.height} />
      )}
    </svg>
  )
}
