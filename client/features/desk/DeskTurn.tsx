import type { Turn } from '../../../shared/meeting/turnQueue.ts'
import { useShortName } from '../../room/shortName.ts'
import { turnInWords } from '../../room/turnKindWords.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePerson } from '../../room/usePerson.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'

/** The order stays as the hands went up; the facilitator may still choose anyone. */
export function DeskTurn({ turn, isFirst }: { turn: Turn; isFirst: boolean }) {
  const person = usePerson(turn.personId)
  const name = useShortName(turn.personId)
  const { floor } = useMeeting()
  const { ask, button } = useAsking()
  const give = () =>
    void ask({ type: 'grantFloor', personId: turn.personId, holderSeen: floor?.holderId ?? null })
  return (
    <li>
      <Avatar name={person.name} colour={person.colour} decorative />
      <span>
        {name}
        <small>{turnInWords(turn)}</small>
      </span>
      <Button {...button} size="sm" kind={isFirst ? 'primary' : 'default'} onClick={give}>
        Give floor
        <span className="vh"> to {name}</span>
        {isFirst && <Kbd>G</Kbd>}
      </Button>
    </li>
  )
}
