import { RefreshCcw } from 'lucide-react'
import { can } from '../../../shared/meeting/capabilities.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePeopleHere } from '../../room/usePresence.ts'
import { Button } from '../../ui/Button.tsx'

/** Everyone who is here is heard once, in the order of joining, and the facilitator last. */
export function GoRound() {
  const { members, goRound } = useMeeting()
  const here = usePeopleHere()
  const { ask, button } = useAsking()
  if (goRound !== null) {
    return (
      <Button {...button} size="sm" kind="quiet" onClick={() => void ask({ type: 'endGoRound' })}>
        End the go-round
      </Button>
    )
  }
  const heard = members.filter(({ personId, role }) => can(role, 'takeTurns') && here.has(personId))
  const order = [
    ...heard.filter(({ role }) => role !== 'facilitator'),
    ...heard.filter(({ role }) => role === 'facilitator'),
  ].map(({ personId }) => personId)
  if (order.length < 2) return null
  return (
    <Button {...button} size="sm" kind="quiet" onClick={() => void ask({ type: 'startGoRound', order })}>
      <RefreshCcw aria-hidden="true" /> Start a go-round
    </Button>
  )
}
