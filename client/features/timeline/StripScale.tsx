import { sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { StripLabel } from './stripLabels.ts'
import styles from './TimelineStrip.module.css'

type StripScaleProps = {
  /** What the picture shows, in words. */
  name: string
  /** Places run from 0 to 1. */
  marks: readonly { timelineEvent: TimelineEvent; place: number }[]
  labels: readonly StripLabel[]
  horizonPlace: number | null
  veilAt: number | null
  openId: string | null
}

const percent = (place: number) => `${place * 100}%`

export const StripScale = ({ name, marks, labels, horizonPlace, veilAt, openId }: StripScaleProps) => (
  <div className={styles.scale} role="img" aria-label={name}>
    {horizonPlace !== null && (
      <>
        <span className={styles.known} style={{ inlineSize: percent(horizonPlace) }} />
        <span className={styles.beyond} style={{ insetInlineStart: percent(horizonPlace) }} />
        <span className={styles.horizon} style={{ insetInlineStart: percent(horizonPlace) }} />
      </>
    )}
    {marks.map(({ timelineEvent, place }) => (
      <i
        key={timelineEvent.id}
        className={styles.mark}
        data-kind={timelineEvent.kind}
        data-order={timelineEvent.occurred.precision === 'order' || undefined}
        data-sight={sightOf(timelineEvent, veilAt)}
        data-open={timelineEvent.id === openId || undefined}
        style={{ insetInlineStart: percent(place) }}
      />
    ))}
    {labels.map(({ place, words, isHorizon }) => (
      <span
        key={place}
        className={styles.label}
        data-here={isHorizon || undefined}
        data-end={place > 0.92 ? 'last' : place < 0.08 ? 'first' : undefined}
        style={{ insetInlineStart: percent(place) }}
      >
        {words}
      </span>
    ))}
  </div>
)
