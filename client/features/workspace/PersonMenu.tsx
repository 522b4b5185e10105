import { Ellipsis, KeyRound, LogOut, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { mayGiveRole } from '../../../shared/people/workspaceRoles.ts'
import type { Colleague } from '../../../shared/wire/workspaces.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { useOpenWorkspace } from './openWorkspace.ts'
import { LeaveDialog, RemoveDialog } from './RemoveDialog.tsx'
import { SignInLinkDialog } from './SignInLinkDialog.tsx'

type PersonMenuProps = { colleague: Colleague; onLeft: () => unknown }

export function PersonMenu({ colleague, onLeft }: PersonMenuProps) {
  const { workspace, me } = useOpenWorkspace()
  const [doing, setDoing] = useState<'nothing' | 'leaving' | 'removing' | 'linking'>('nothing')
  const isMe = colleague.personId === me
  if (!isMe && !mayGiveRole(workspace.role, colleague.role)) return null
  const stop = () => setDoing('nothing')
  return (
    <>
      <Menu
        trigger={
          <IconButton label={isMe ? 'More about you' : `More about ${colleague.name}`} size="sm">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {isMe ? (
          <MenuItem onSelect={() => setDoing('leaving')} icon={<LogOut aria-hidden="true" />}>
            Leave this workspace
          </MenuItem>
        ) : (
          <>
            {colleague.email !== null && (
              <MenuItem onSelect={() => setDoing('linking')} icon={<KeyRound aria-hidden="true" />}>
                Make a sign-in link
              </MenuItem>
            )}
            <MenuItem onSelect={() => setDoing('removing')} icon={<UserMinus aria-hidden="true" />}>
              Remove from the workspace
            </MenuItem>
          </>
        )}
      </Menu>
      {doing === 'leaving' && <LeaveDialog onLeft={onLeft} onClose={stop} />}
      {doing === 'removing' && <RemoveDialog colleague={colleague} onClose={stop} />}
      {doing === 'linking' && <SignInLinkDialog colleague={colleague} onClose={stop} />}
    </>
  )
}
