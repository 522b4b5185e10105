import type { Result } from '../../../shared/result.ts'
import { nearTime } from '../../../shared/time/nearDay.ts'
import { zoneInWords } from '../../../shared/time/zoneInWords.ts'
import { plannedInWords } from '../../../shared/triage/reviewWindow.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { WindowTrack } from '../../ui/WindowTrack.tsx'
import styles from './Schedule.module.css'
import type { StartProblem, TypedStart } from './typedStart.ts'
import { useResolvedAt } from './usePlannedStart.ts'

type Typed = { day: string; time: string }
type StartFieldsProps = {
  typed: Typed
  read: Result<TypedStart, StartProblem>
  problem: StartProblem | null
  onType: (change: Partial<Typed>) => void
}

const HOUR_MS = 3_600_000

/** A day and a time, and what they come to: the sentence says all that the picture shows. */
export function StartFields({ typed, read, problem, onType }: StartFieldsProps) {
  const { now } = useRoom()
  const { stage } = useMeeting()
  const resolvedAt = useResolvedAt()
  const startsAt = read.ok ? read.value.at : null
  const errorOf = (field: StartProblem['field']) => (problem?.field === field ? problem.sentence : null)
  const hoursAt = (at: number, from: number) => (at - from) / HOUR_MS
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <Field label="Day" error={errorOf('day')}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={typed.day}
              onChange={({ currentTarget: { value } }) => onType({ day: value })}
            />
          )}
        </Field>
        <Field label="Time" error={errorOf('time')}>
          {(control) => (
            <TextInput
              {...control}
              type="time"
              value={typed.time}
              onChange={({ currentTarget: { value } }) => onType({ time: value })}
            />
          )}
        </Field>
      </div>
      {resolvedAt !== null && stage !== 'deepDive' && (
        <WindowTrack
          hours={hoursAt(now(), resolvedAt)}
          startHours={startsAt === null ? null : hoursAt(startsAt, resolvedAt)}
          labelled
        />
      )}
      <p className={styles.said} role="status">
        {read.ok ? <Said typed={read.value} /> : `Times in ${zoneInWords(viewerZone(), [now()])}.`}
      </p>
    </div>
  )
}

function Said({ typed: { at, comesTwice } }: { typed: TypedStart }) {
  const { now } = useRoom()
  const { stage } = useMeeting()
  const resolvedAt = useResolvedAt()
  const planned = plannedInWords({ stage, resolvedAt, startsAt: at })
  const start = nearTime(at, now(), viewerZone())
  return (
    <>
      {start.charAt(0).toUpperCase() + start.slice(1)} in {zoneInWords(viewerZone(), [at])}
      {planned !== null && `: ${planned}`}.
      {comesTwice && ' The clocks show this time twice that night; the first is meant.'}
    </>
  )
}
