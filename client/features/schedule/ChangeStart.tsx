import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'

/** For whoever may choose when the meeting starts. */
export function ChangeStart({ verb }: { verb?: string }) {
  const { startsAt, status } = useMeeting()
  const maySchedule = useCan('schedule')
  const [isOpen, setOpen] = useState(false)
  if (!maySchedule || status !== 'scheduled') return null
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <CalendarClock aria-hidden="true" />
        {verb ?? (startsAt === null ? 'Choose a time' : 'Change the time')}
      </Button>
      {isOpen && <ScheduleDialog onClose={() => setOpen(false)} />}
    </>
  )
}
