import { admitGuestEndpoint, type Guest, revokeGuestEndpoint } from '../../../shared/wire/access.ts'
import { callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useChangeAccess } from '../../room/useChangeAccess.ts'
import { announce } from '../../ui/liveRegions.ts'

/** What can be said to a guest: come in, or not (any more). `onAnswered` gets it in words. */
export function useGuestAtDoor(
  { personId, name, state }: Guest,
  onAnswered: (words: string) => void = () => {},
) {
  const { postmortemId } = useRoom()
  const { change, problem, isSending } = useChangeAccess()
  const params = { postmortemId, personId }
  const tell = (words: string) => {
    announce(words)
    onAnswered(words)
  }
  const away = state === 'waiting' ? `${name} was not let in.` : `${name} has no access any more.`
  return {
    letIn: () =>
      change(
        () => callApi(admitGuestEndpoint, { params }),
        () => tell(`${name} is let in.`),
      ),
    turnAway: () =>
      change(
        () => callApi(revokeGuestEndpoint, { params }),
        () => tell(away),
      ),
    problem,
    isSending,
  }
}
