import type { Incident } from '../../../shared/content/incident.ts'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import type { TimelineEventId } from '../../../shared/ids.ts'
import { lengthInWords } from '../../../shared/time/lengthInWords.ts'
import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import { type DurationInput, durations } from '../../../shared/timeline/durations.ts'
import styles from './TimelineNotes.module.css'

type DurationListProps = {
  incident: Incident
  timeline: readonly TimelineEvent[]
  zone: string
  onGoTo: (id: TimelineEventId) => void
}

/** Each length with the formula and the two moments it was made of, or why nobody can say. */
export const DurationList = ({ incident, timeline, zone, onGoTo }: DurationListProps) => (
  <dl className={styles.durations} aria-label="Durations">
    {durations(incident, timeline).map((duration) => (
      <div key={duration.name}>
        <dt>{duration.name}</dt>
        <dd className={styles.length}>
          {'minutes' in duration ? (
            lengthInWords(duration.minutes)
          ) : (
            <span className={styles.unknown}>Cannot compute: {duration.reason}.</span>
          )}
        </dd>
        <dd className={styles.formula}>
          {duration.formula}
          {duration.inputs.map((input) => (
            <Input key={input.name} {...{ input, zone, onGoTo }} />
          ))}
        </dd>
      </div>
    ))}
  </dl>
)

type InputProps = { input: DurationInput } & Pick<DurationListProps, 'zone' | 'onGoTo'>

function Input({ input: { name, moment, eventId }, zone, onGoTo }: InputProps) {
  const words = `${name}: ${moment ? momentWithDay(moment, zone) : 'not recorded'}`
  if (!eventId) return <span>{words}</span>
  return (
    <button type="button" className={styles.from} onClick={() => onGoTo(eventId)}>
      {words}, on the timeline
    </button>
  )
}
