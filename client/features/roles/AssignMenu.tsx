import { useState } from 'react'
import type { IncidentRole } from '../../../shared/guide/incidentRoles.ts'
import { mayInWorkspace } from '../../../shared/people/workspaceRoles.ts'
import { useDirectory } from '../../room/useDirectory.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuHeading } from '../../ui/MenuHeading.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'
import { NameDialog } from './NameDialog.tsx'

type AssignMenuProps = {
  role: IncidentRole
  title: string
  onInvite: (role: IncidentRole) => void
  onWaive: (() => void) | null
}

/** Who had a role: someone of the meeting, a colleague, or a name. */
export function AssignMenu({ role, title, onInvite, onWaive }: AssignMenuProps) {
  const { members } = useMeeting()
  const { people, workspace } = useDirectory()
  const { assign } = usePreparationEdits()
  const [isTyping, setTyping] = useState(false)
  const mayInvite = mayInWorkspace(workspace?.role ?? null, 'managePeople')
  const here = new Set(members.map(({ personId }) => personId))
  const groups = [
    { heading: 'In this meeting', choices: members },
    { heading: 'In this workspace', choices: people.filter(({ personId }) => !here.has(personId)) },
  ]
  return (
    <>
      <Menu
        trigger={
          <Button size="sm">
            Assign<span className="vh">: {title}</span>
          </Button>
        }
      >
        {groups.map(
          ({ heading, choices }) =>
            choices.length > 0 && (
              <div key={heading} role="presentation">
                <MenuHeading>{heading}</MenuHeading>
                {choices.map(({ personId, name }) => (
                  <MenuItem key={personId} onSelect={() => assign(role, personId, name)}>
                    {name}
                  </MenuItem>
                ))}
              </div>
            ),
        )}
        <MenuSeparator />
        {mayInvite && <MenuItem onSelect={() => onInvite(role)}>Invite by e-mail…</MenuItem>}
        <MenuItem onSelect={() => setTyping(true)}>Someone else…</MenuItem>
        {onWaive && <MenuItem onSelect={onWaive}>Not needed…</MenuItem>}
      </Menu>
      {isTyping && (
        <NameDialog
          title={title}
          onConfirm={(name) => assign(role, null, name)}
          onClose={() => setTyping(false)}
        />
      )}
    </>
  )
}
