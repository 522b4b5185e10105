import { UserRoundCheck } from 'lucide-react'
import { can } from '../../../shared/meeting/capabilities.ts'
import { shortNameOf } from '../../room/shortName.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePeopleHere } from '../../room/usePresence.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'

/** The floor for someone who has not raised a hand. */
export function InviteToSpeak() {
  const meeting = useMeeting()
  const here = usePeopleHere()
  const { ask, mustWait } = useAsking()
  const holderId = meeting.floor?.holderId ?? null
  const speakers = meeting.members.filter(
    ({ personId, role }) => can(role, 'takeTurns') && here.has(personId) && personId !== holderId,
  )
  if (speakers.length === 0) return null
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" kind="quiet">
          <UserRoundCheck aria-hidden="true" /> Invite someone
        </Button>
      }
    >
      {speakers.map(({ personId }) => (
        <MenuItem
          key={personId}
          disabled={mustWait}
          onSelect={() => void ask({ type: 'grantFloor', personId, holderSeen: holderId })}
        >
          {shortNameOf(meeting, personId)}
        </MenuItem>
      ))}
    </Menu>
  )
}
