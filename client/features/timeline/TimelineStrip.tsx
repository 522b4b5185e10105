import { useId } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import { horizonInWords } from '../../../shared/time/horizonInWords.ts'
import { timeBeside } from '../../../shared/time/momentInWords.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { MetricPicture } from '../../room/MetricPicture.tsx'
import { useMetricSeries, useTimeline } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import { horizonSpoken } from './horizonSpoken.ts'
import metricStyles from './Metrics.module.css'
import { StripScale } from './StripScale.tsx'
import { StripSteps } from './StripSteps.tsx'
import { stripLabels } from './stripLabels.ts'
import { stripPlaces } from './stripPlaces.ts'
import styles from './TimelineStrip.module.css'
import { timeInColumn } from './timeInColumn.ts'
import { useHorizonSpoken } from './useHorizonSpoken.ts'
import { useTimelineWalk } from './useTimelineWalk.ts'

const MOST_ON_STRIP = 2

/** The timeline to scale, for whoever facilitates: where the horizon stands, and one step back or on. */
export function TimelineStrip() {
  const titleId = useId()
  const timeline = useTimeline()
  const metrics = useMetricSeries()
  const zone = useIncident()?.zone ?? 'UTC'
  const { horizonAt, veilAt } = useHorizon()
  const [open] = useTimelineWalk(timeline, zone, () => {})
  useHorizonSpoken(horizonAt, timeline, zone)
  const timed = timeline.filter(({ occurred }) => occurred.precision !== 'order')
  const [first, last] = [timed[0], timed.at(-1)]
  if (!first || !last) return null

  const places = stripPlaces(timeline)
  const placeOf = ({ id }: TimelineEvent) => places.get(id) ?? 0
  const known = timeline.findLast(({ occurred }) => horizonAt !== null && occurred.at <= horizonAt)
  const horizonPlace = horizonAt === null ? null : known ? placeOf(known) : 0
  const label = (timelineEvent: TimelineEvent) => ({
    place: placeOf(timelineEvent),
    words: timeBeside(timelineEvent.occurred.at, first.occurred.at, zone),
    isHorizon: false,
  })
  const labels = stripLabels([
    ...(horizonAt !== null && horizonPlace !== null
      ? [{ place: horizonPlace, words: horizonInWords(horizonAt, timeline, zone), isHorizon: true }]
      : []),
    label(first),
    label(last),
    ...timed.filter(({ kind }) => kind === 'decision').map(label),
  ])
  const ends = `From ${clockTime(first.occurred.at, zone)} to ${label(last).words}`

  return (
    <section className={styles.strip} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h3 id={titleId}>Timeline</h3>
        <p className={styles.open}>
          {open && (
            <>
              <time>{timeInColumn(open.occurred, zone)}</time> {open.text}
            </>
          )}
        </p>
        <StripSteps timeline={timeline} zone={zone} />
      </header>
      {metrics.length > 0 && (
        <div className={metricStyles.strip}>
          {metrics.slice(0, MOST_ON_STRIP).map((series) => (
            <MetricPicture key={series.id} {...{ series, timeline, zone, horizonAt, veilAt }} />
          ))}
        </div>
      )}
      <StripScale
        name={`${ends}. ${horizonSpoken(horizonAt, timeline, zone)}`}
        marks={timeline.map((timelineEvent) => ({ timelineEvent, place: placeOf(timelineEvent) }))}
        labels={labels}
        horizonPlace={horizonPlace}
        veilAt={veilAt}
        openId={open?.id ?? null}
      />
    </section>
  )
}
