import { type FormEvent, useId, useState } from 'react'
import { decideSchedule } from '../../../shared/meeting/decideSchedule.ts'
import { refusalMessages } from '../../../shared/meeting/refusals.ts'
import { calendarDay } from '../../../shared/time/calendarDay.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'
import { nearTime } from '../../../shared/time/nearDay.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { StartFields } from './StartFields.tsx'
import { type StartProblem, typedStart } from './typedStart.ts'

/** Chooses, changes or takes away the planned start. What stands there now is compared with what stood there on opening. */
export function ScheduleDialog({ onClose }: { onClose: () => void }) {
  const formId = useId()
  const { now } = useRoom()
  const zone = viewerZone()
  const meeting = useMeeting()
  const { ask, button } = useAsking()
  const [startsAtSeen] = useState(meeting.startsAt)
  const [typed, setTyped] = useState({
    day: startsAtSeen === null ? '' : calendarDay(startsAtSeen, zone),
    time: startsAtSeen === null ? '' : clockTime(startsAtSeen, zone),
  })
  const [problem, setProblem] = useState<StartProblem | null>(null)
  const read = typedStart(typed.day, typed.time, zone)

  const schedule = async (startsAt: number | null) => {
    const command = { type: 'scheduleMeeting', startsAt, startsAtSeen } as const
    const decision = decideSchedule(meeting, command, now())
    if (!decision.ok) return setProblem({ field: 'day', sentence: refusalMessages[decision.problem] })
    const refused = await ask(command)
    if (refused) return setProblem({ field: 'day', sentence: refused.sentence })
    announce(
      startsAt === null
        ? 'No time is planned any more.'
        : `The meeting is planned for ${nearTime(startsAt, now(), zone)}.`,
    )
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (button.busy) return
    if (!read.ok) return setProblem(read.problem)
    if (read.value.at === startsAtSeen) return onClose()
    void schedule(read.value.at)
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="When do you meet?"
      description="Everyone who reads this postmortem sees the time, each on their own clock. Nothing starts by itself."
      footer={
        <>
          {startsAtSeen !== null && (
            <Button kind="quiet" {...button} onClick={() => void schedule(null)}>
              Take the time away
            </Button>
          )}
          <Button type="submit" kind="primary" form={formId} {...button}>
            {startsAtSeen === null ? 'Plan it' : 'Change it'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <StartFields
          typed={typed}
          read={read}
          problem={problem}
          onType={(change) => {
            setTyped({ ...typed, ...change })
            setProblem(null)
          }}
        />
      </form>
    </Dialog>
  )
}
