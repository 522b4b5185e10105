import type { PersonId } from '../../../shared/ids.ts'
import { figuresOf } from '../../room/clockReading.ts'
import { useShortName } from '../../room/shortName.ts'
import { useAsking } from '../../room/useAsking.ts'
import { usePerson } from '../../room/usePerson.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'

type DeskHolderProps = { holderId: PersonId; since: number; hasQueue: boolean }

export function DeskHolder({ holderId, since, hasQueue }: DeskHolderProps) {
  const person = usePerson(holderId)
  const name = useShortName(holderId)
  const now = useServerNow()
  const { ask, button } = useAsking()
  return (
    <li>
      <Avatar name={person.name} colour={person.colour} ring decorative />
      <span>
        {name}
        <small>has the floor{now === null ? '' : `, ${figuresOf(Math.max(0, now - since))}`}</small>
      </span>
      <Button
        {...button}
        size="sm"
        kind="quiet"
        onClick={() => void ask({ type: 'yieldFloor', holderSeen: holderId })}
      >
        {hasQueue ? 'Thank, and pass on' : 'Thank, and open'}
      </Button>
    </li>
  )
}
