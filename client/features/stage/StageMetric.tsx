import { pointsOf } from '../../../shared/content/metricSeries.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { pointsUntil, valueInWords } from '../../../shared/timeline/metricInWords.ts'
import { MetricPicture } from '../../room/MetricPicture.tsx'
import { useMetricSeries } from '../../room/useContent.ts'
import styles from './Stage.module.css'

type StageMetricProps = {
  timeline: readonly TimelineEvent[]
  horizonAt: number
  zone: string
}

/** The first metric, as far as it had been measured at the horizon; more than one nobody reads from afar. */
export function StageMetric({ timeline, horizonAt, zone }: StageMetricProps) {
  const [series] = useMetricSeries()
  const last = series && pointsUntil(pointsOf(series), horizonAt).at(-1)
  if (!series || !last) return null
  return (
    <figure className={styles.metric}>
      <figcaption>
        <span>{series.name}</span> <b>{valueInWords(last.value, series.unit)}</b>
      </figcaption>
      <MetricPicture {...{ series, timeline, zone, horizonAt }} veilAt={horizonAt} hidesBeyond />
    </figure>
  )
}
