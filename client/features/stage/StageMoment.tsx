import { sightOf } from '../../../shared/content/horizon.ts'
import { atHorizon, horizonInWords } from '../../../shared/time/horizonInWords.ts'
import { momentInWords } from '../../../shared/time/momentInWords.ts'
import { writtenParts } from '../../../shared/timeline/decisionInWords.ts'
import { useTimeline } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import styles from './Stage.module.css'
import { StageMetric } from './StageMetric.tsx'
import { StageScale } from './StageScale.tsx'

const MOST_SEEN = 3

/** The last thing that had happened at the horizon, and under what it was decided, or what could be seen before it. */
export function StageMoment({ horizonAt }: { horizonAt: number }) {
  const timeline = useTimeline()
  const zone = useIncident()?.zone ?? 'UTC'
  const seen = timeline.filter((timelineEvent) => sightOf(timelineEvent, horizonAt) === 'seen')
  const moment = seen.at(-1)
  const parts = moment ? writtenParts(moment) : []
  const before = seen.slice(-1 - MOST_SEEN, -1)
  return (
    <section className={styles.focus} aria-label={`Seen from ${horizonInWords(horizonAt, timeline, zone)}`}>
      <h2 className={styles.moment}>
        {moment ? (
          <>
            <time>{momentInWords(moment.occurred, zone)}</time>
            <i data-kind={moment.kind} aria-hidden="true" />
            <span>{moment.text}</span>
          </>
        ) : (
          <span>Nothing was known yet {atHorizon(horizonAt, timeline, zone)}</span>
        )}
      </h2>
      {parts.length > 0 && (
        <dl className={styles.context}>
          {parts.map(({ part, name, words }) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {parts.length === 0 && before.length > 0 && (
        <ul className={styles.seen} aria-label="Seen before that">
          {before.map((timelineEvent) => (
            <li key={timelineEvent.id}>
              <time>{momentInWords(timelineEvent.occurred, zone)}</time>
              <span>{timelineEvent.text}</span>
            </li>
          ))}
        </ul>
      )}
      <StageMetric {...{ timeline, horizonAt, zone }} />
      <StageScale horizonAt={horizonAt} zone={zone} />
    </section>
  )
}
