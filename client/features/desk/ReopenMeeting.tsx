import { useAsking } from '../../room/useAsking.ts'
import { useCan } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'

export function ReopenMeeting() {
  const mayOpen = useCan('openAndEnd')
  const { ask, button } = useAsking()
  if (!mayOpen) return null
  return (
    <Button {...button} size="lg" onClick={() => void ask({ type: 'reopenMeeting' })}>
      Reopen the meeting
    </Button>
  )
}
