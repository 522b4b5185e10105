import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { sightOf } from '../../../shared/content/horizon.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import { timeBeside } from '../../../shared/time/momentInWords.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { useTimeline } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import { Button } from '../../ui/Button.tsx'
import { horizonInWords, horizonSpoken } from './horizonInWords.ts'
import { stripLabels } from './stripLabels.ts'
import styles from './TimelineStrip.module.css'

/** The timeline to scale, for whoever facilitates: where the horizon stands, and one step back or on. */
export function TimelineStrip() {
  const titleId = useId()
  const timeline = useTimeline()
  const zone = useIncident()?.zone ?? 'UTC'
  const { horizonAt, veilAt, set } = useHorizon()
  // The placeholder time of an order-only event has no place on a scale.
  const timed = timeline.filter(({ occurred }) => occurred.precision !== 'order')
  const [first, last] = [timed[0], timed.at(-1)]
  if (!first || !last) return null

  const from = first.occurred.at
  const spanMs = Math.max(last.occurred.at - from, 60_000)
  const percent = (at: number) => Math.min(Math.max(((at - from) / spanMs) * 100, 0), 100)
  const before = timed.findLast(({ occurred }) => horizonAt !== null && occurred.at < horizonAt)
  const after = timed.find(({ occurred }) => horizonAt === null || occurred.at > horizonAt)
  const decision = timed.find(
    ({ kind, occurred }) => kind === 'decision' && (horizonAt === null || occurred.at > horizonAt),
  )
  const next = decision ?? after
  const nameOf = ({ occurred, kind }: TimelineEvent) =>
    `${timeBeside(occurred.at, horizonAt ?? from, zone)}${kind === 'decision' ? ' decision' : ''}`

  return (
    <section className={styles.strip} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h3 id={titleId}>Timeline</h3>
        {before && (
          <Button size="sm" kind="quiet" onClick={() => set(before.occurred.at)}>
            <ChevronLeft aria-hidden="true" />
            <span className="vh">Set the horizon back to </span>
            {nameOf(before)}
          </Button>
        )}
        <Button
          size="sm"
          pressed={horizonAt !== null}
          title={horizonAt === null ? 'Set the horizon at the first event' : 'Clear the horizon'}
          onClick={() => set(horizonAt === null ? from : null)}
        >
          {horizonAt === null ? 'No horizon' : `Horizon ${horizonInWords(horizonAt, timeline, zone)}`}
        </Button>
        {next && (
          <Button size="sm" kind="quiet" onClick={() => set(next.occurred.at)}>
            <span className="vh">Set the horizon on to </span>
            {nameOf(next)}
            <ChevronRight aria-hidden="true" />
          </Button>
        )}
      </header>
      <div
        className={styles.scale}
        role="img"
        aria-label={`From ${clockTime(from, zone)} to ${timeBeside(last.occurred.at, from, zone)}. ${horizonSpoken(horizonAt, timeline, zone)}`}
      >
        {horizonAt !== null && (
          <>
            <span className={styles.known} style={{ inlineSize: `${percent(horizonAt)}%` }} />
            <span className={styles.beyond} style={{ insetInlineStart: `${percent(horizonAt)}%` }} />
            <span className={styles.horizon} style={{ insetInlineStart: `${percent(horizonAt)}%` }} />
          </>
        )}
        {timed.map((timelineEvent) => (
          <i
            key={timelineEvent.id}
            className={styles.mark}
            data-kind={timelineEvent.kind}
            data-sight={sightOf(timelineEvent, veilAt)}
            data-here={timelineEvent.occurred.at === horizonAt || undefined}
            style={{ insetInlineStart: `${percent(timelineEvent.occurred.at)}%` }}
          />
        ))}
        {stripLabels(timed, horizonAt).map(({ at, isHorizon }) => (
          <span
            key={at}
            className={styles.label}
            data-here={isHorizon || undefined}
            data-end={percent(at) > 92 ? 'last' : percent(at) < 8 ? 'first' : undefined}
            style={{ insetInlineStart: `${percent(at)}%` }}
          >
            {timeBeside(at, from, zone)}
          </span>
        ))}
      </div>
    </section>
  )
}
