import { timeBeside } from '../../../shared/time/momentInWords.ts'
import { useTimeline } from '../../room/useContent.ts'
import styles from './StageScale.module.css'

/** Shares of the width, in percent, that the words beside the line need. */
const FROM_NEEDS = 36
const UNKNOWN_NEEDS = 34

/** The timeline to scale up to the horizon. What lies behind it is not drawn: nobody could know it. */
export function StageScale({ horizonAt, zone }: { horizonAt: number; zone: string }) {
  const timed = useTimeline().filter(({ occurred }) => occurred.precision !== 'order')
  const first = timed[0]?.occurred.at
  const last = timed.at(-1)?.occurred.at
  if (first === undefined || last === undefined) return null
  const spanMs = Math.max(last - first, 1)
  const share = (at: number) => Math.min(1, Math.max(0, (at - first) / spanMs)) * 100
  const horizonShare = share(horizonAt)
  return (
    <div className={styles.scale} aria-hidden="true">
      <span className={styles.fog} style={{ insetInlineStart: `${horizonShare}%` }} />
      <span className={styles.known} style={{ inlineSize: `${horizonShare}%` }} />
      {timed
        .filter(({ occurred, firstSeenAt }) => (firstSeenAt ?? occurred.at) <= horizonAt)
        .map((timelineEvent) => (
          <i
            key={timelineEvent.id}
            data-kind={timelineEvent.kind}
            style={{ insetInlineStart: `max(0.9rem, ${share(timelineEvent.occurred.at)}%)` }}
          />
        ))}
      <span className={styles.line} style={{ insetInlineStart: `${horizonShare}%` }} />
      {horizonShare > FROM_NEEDS && (
        <b className={styles.from} style={{ insetInlineEnd: `${100 - horizonShare}%` }}>
          Seen from {timeBeside(horizonAt, first, zone)}
        </b>
      )}
      {horizonShare < 100 - UNKNOWN_NEEDS && (
        <b className={styles.unknown} style={{ insetInlineStart: `${horizonShare}%` }}>
          Not yet known
        </b>
      )}
    </div>
  )
}
