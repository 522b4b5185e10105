import { ChevronDown } from 'lucide-react'
import { type Member, meetingRoles } from '../../../shared/meeting/meeting.ts'
import { meetingRoleWords } from '../../room/meetingRoleWords.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'

const assignable = meetingRoles
  .filter((role) => role !== 'facilitator')
  .map((role) => ({ value: role, label: meetingRoleWords[role] }))

/** The facilitator's own role is handed over, never taken off: the meeting always has one. */
export function RoleMenu({ person, onHandOver }: { person: Member; onHandOver: () => void }) {
  const isEnded = useMeeting().status === 'ended'
  const { ask, button } = useAsking()
  if (person.role === 'facilitator' || isEnded) return <small>{meetingRoleWords[person.role]}</small>
  return (
    <Menu
      trigger={
        <Button
          {...button}
          size="sm"
          kind="quiet"
          aria-label={`${person.name}: ${meetingRoleWords[person.role]}`}
        >
          {meetingRoleWords[person.role]} <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <MenuChoice
        label={person.name}
        value={person.role}
        options={assignable}
        onChange={(role) => void ask({ type: 'assignRole', personId: person.personId, role })}
      />
      <MenuSeparator />
      <MenuItem onSelect={onHandOver}>Hand over facilitation…</MenuItem>
    </Menu>
  )
}
