import { Play } from 'lucide-react'
import { plannedMinutesOf } from '../../../shared/meeting/agenda.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useCan, useMeeting } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'

export function StartMeeting() {
  const meeting = useMeeting()
  const mayOpen = useCan('openAndEnd')
  const { ask, button } = useAsking()
  const start = () => void ask({ type: 'startMeeting' })
  useShortcut('clock', start, { isOn: mayOpen })
  if (!mayOpen) return null
  return (
    <Button {...button} size="lg" kind="primary" onClick={start}>
      <Play aria-hidden="true" /> Start the meeting, {plannedMinutesOf(meeting)} min <Kbd>P</Kbd>
    </Button>
  )
}
