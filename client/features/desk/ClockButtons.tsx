import { Pause, Play } from 'lucide-react'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { useShortcut } from '../../room/useShortcut.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'

const MORE_MINUTES = 2

export function ClockButtons() {
  const { currentItemId: itemId, timebox } = useMeeting()
  const clock = useAsking()
  const more = useAsking()
  const isPaused = timebox.state === 'paused'
  const toggle = () => itemId && void clock.ask({ type: isPaused ? 'resumeTimebox' : 'pauseTimebox', itemId })
  const extend = () => itemId && void more.ask({ type: 'extendTimebox', itemId, minutes: MORE_MINUTES })
  useShortcut('clock', toggle)
  useShortcut('extend', extend)
  return (
    <>
      <Button {...clock.button} size="lg" onClick={toggle}>
        {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        {isPaused ? 'Start' : 'Pause'} <Kbd>P</Kbd>
      </Button>
      <Button {...more.button} size="lg" onClick={extend}>
        +{MORE_MINUTES} min <Kbd>+</Kbd>
      </Button>
    </>
  )
}
