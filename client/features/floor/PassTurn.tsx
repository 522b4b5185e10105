import { useRoom } from '../../room/RoomProvider.tsx'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'

/** In a go-round nobody has to speak. */
export function PassTurn() {
  const { me } = useRoom()
  const { floor, goRound } = useMeeting()
  const { ask, button } = useAsking()
  if (goRound === null || me === null || floor?.holderId !== me.personId) return null
  return (
    <Button
      {...button}
      block
      kind="quiet"
      onClick={() => void ask({ type: 'passTurn', holderSeen: me.personId })}
    >
      Pass this time
    </Button>
  )
}
