import { Eye } from 'lucide-react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { weekdayInWords } from '../../../shared/time/calendarDay.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import { zonedParts } from '../../../shared/time/zonedParts.ts'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import { useHorizon } from '../../room/horizonView.tsx'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './TimelineHeader.module.css'

type TimelineHeaderProps = {
  titleId: string
  title: string | undefined
  timeline: readonly TimelineEvent[]
  /** The zone the times are shown in now. */
  zone: string
  incidentZone: string
  onZone: (zone: string | null) => void
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export function TimelineHeader({ titleId, title, timeline, zone, ...shown }: TimelineHeaderProps) {
  const { horizonAt, peeking, peek } = useHorizon()
  const first = timeline.find(({ occurred }) => occurred.precision !== 'order')?.occurred.at
  return (
    <header className={styles.header}>
      {title === undefined ? <h3 id={titleId}>Timeline</h3> : <h2 id={titleId}>{title}</h2>}
      {first !== undefined && (
        <p className={styles.day}>
          <time dateTime={new Date(first).toISOString()}>{shortDay(first, zone)}</time>,{' '}
          <Zone {...{ first, zone, ...shown }} />
        </p>
      )}
      {horizonAt !== null && (
        <Button
          size="sm"
          kind="quiet"
          className={styles.peek}
          pressed={peeking}
          onClick={() => peek(!peeking)}
        >
          <Eye aria-hidden="true" />
          Hold to see past it <Kbd>B</Kbd>
        </Button>
      )}
    </header>
  )
}

/** `Tue 10 March`: the year stands in the report. */
const shortDay = (at: number, zone: string): string => {
  const [weekday = '', day = '', month = ''] = weekdayInWords(at, zone).split(' ')
  return `${weekday.slice(0, 3)} ${day} ${month}`
}

type ZoneProps = { first: number } & Pick<TimelineHeaderProps, 'zone' | 'incidentZone' | 'onZone'>

/** A toggle to the reader's own clock, where that one shows something else. */
function Zone({ first, zone, incidentZone, onZone }: ZoneProps) {
  const own = ownZone()
  const isOwn = zone === own && own !== incidentZone
  if (!isOwn && clockTime(first, own) === clockTime(first, incidentZone)) {
    return (
      <span title={zoneInWords(zone, [first])}>
        {zonedParts(first, zone)?.offset === 'UTC' ? 'UTC' : zone}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.zone}
      aria-pressed={isOwn}
      title={isOwn ? 'Show the times of the incident' : `Show the times of ${own}`}
      onClick={() => onZone(isOwn ? null : own)}
    >
      {isOwn ? 'your time' : zone}
    </button>
  )
}
