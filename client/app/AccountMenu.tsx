import { useNavigate } from '@tanstack/react-router'
import { LogOut, Pencil, ScrollText, UserRound, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { mayInWorkspace } from '../../shared/people/workspaceRoles.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu } from '../ui/Menu.tsx'
import { MenuChoice } from '../ui/MenuChoice.tsx'
import { MenuHeading } from '../ui/MenuHeading.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSeparator } from '../ui/MenuSeparator.tsx'
import styles from './AccountMenu.module.css'
import { ChangeNameDialog } from './ChangeNameDialog.tsx'
import { useAccount } from './me.ts'
import { useSignOut } from './SignOutProvider.tsx'
import { chooseTheme, useTheme } from './theme.ts'

const themeOptions = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Who I am here, where I belong, and how it looks. `colour` is mine in the meeting; outside one, everybody has the same. */
export function AccountMenu({ colour = 8 }: { colour?: number }) {
  const { person, workspaces } = useAccount()
  const [signOut, navigate, theme] = [useSignOut(), useNavigate(), useTheme()]
  const [isRenaming, setIsRenaming] = useState(false)
  const audited = workspaces.find(({ role }) => mayInWorkspace(role, 'readAuditLog'))
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={styles.trigger}>
            <Avatar name={person.name} colour={colour} size={28} />
            <span className="vh">, your account and theme</span>
          </button>
        }
      >
        <MenuHeading>
          You are <b>{person.name}</b>
        </MenuHeading>
        <MenuItem onSelect={() => setIsRenaming(true)} icon={<Pencil aria-hidden="true" />}>
          Change your name
        </MenuItem>
        <MenuItem onSelect={() => void navigate({ to: '/account' })} icon={<UserRound aria-hidden="true" />}>
          Your account
        </MenuItem>
        {workspaces.length > 0 && (
          <MenuItem
            onSelect={() => void navigate({ to: '/people' })}
            icon={<UsersRound aria-hidden="true" />}
          >
            People
          </MenuItem>
        )}
        {audited && (
          <MenuItem
            onSelect={() =>
              void navigate({
                to: '/people/$workspaceId/audit',
                params: { workspaceId: audited.workspaceId },
              })
            }
            icon={<ScrollText aria-hidden="true" />}
          >
            Audit log
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuChoice label="Theme" value={theme} onChange={chooseTheme} options={themeOptions} />
        <MenuSeparator />
        <MenuItem onSelect={signOut} icon={<LogOut aria-hidden="true" />}>
          Sign out
        </MenuItem>
      </Menu>
      {isRenaming && <ChangeNameDialog onClose={() => setIsRenaming(false)} />}
    </>
  )
}
