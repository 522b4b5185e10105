import { X } from 'lucide-react'
import { type MetricSeries, pointsOf, removeMetricSeries } from '../../../shared/content/metricSeries.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { pointsUntil, valueInWords } from '../../../shared/timeline/metricInWords.ts'
import { MetricPicture } from '../../room/MetricPicture.tsx'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { useMetricSeries } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './Metrics.module.css'

type MetricsProps = {
  timeline: readonly TimelineEvent[]
  zone: string
  horizonAt: number | null
  veilAt: number | null
}

const IN_SIGHT = 2

/** What was measured, to the time of what is told. */
export function Metrics(props: MetricsProps) {
  const all = useMetricSeries()
  if (all.length === 0) return null
  return (
    <div className={styles.scroll} tabIndex={all.length > IN_SIGHT ? 0 : undefined}>
      <ul className={styles.metrics} aria-label="Metrics">
        {all.map((series) => (
          <li key={series.id}>
            <MetricHead series={series} veilAt={props.veilAt} />
            <MetricPicture series={series} {...props} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function MetricHead({ series, veilAt }: { series: MetricSeries; veilAt: number | null }) {
  const room = useRoom()
  const mayEdit = useMayEdit()
  const last = pointsUntil(pointsOf(series), veilAt).at(-1)
  const remove = () => {
    const onUndo = reversibly(room, () => removeMetricSeries(room.contentDoc, series.id, room.origin))
    showToast('Metric removed', { onUndo })
  }
  const { measured, points, fileName } = series
  const kept = points.length / 2
  const thinned = measured > kept ? `${kept} of ${measured} points, with every high and low. ` : ''
  return (
    <div className={styles.head} title={`${thinned}${fileName}`}>
      <span className={styles.name}>{series.name}</span>
      <span className={styles.value}>
        {last ? valueInWords(last.value, series.unit) : 'not measured yet'}
      </span>
      {mayEdit && (
        <IconButton label={`Remove ${series.name}`} size="sm" onClick={remove}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}
