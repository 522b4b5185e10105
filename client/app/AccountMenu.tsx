import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu } from '../ui/Menu.tsx'
import { MenuChoice } from '../ui/MenuChoice.tsx'
import { MenuHeading } from '../ui/MenuHeading.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MenuSeparator } from '../ui/MenuSeparator.tsx'
import styles from './AccountMenu.module.css'
import { ChangeNameDialog } from './ChangeNameDialog.tsx'
import { useMe } from './me.ts'
import { chooseTheme, useTheme } from './theme.ts'

const themeOptions = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Who I am here, and how it looks. `colour` is mine in the meeting; outside one, everybody has the same. */
export function AccountMenu({ colour = 8 }: { colour?: number }) {
  const me = useMe()
  const theme = useTheme()
  const [isRenaming, setIsRenaming] = useState(false)
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={styles.trigger}>
            <Avatar name={me.name} colour={colour} size={28} />
            <span className="vh">, your name and theme</span>
          </button>
        }
      >
        <MenuHeading>
          You are <b>{me.name}</b>
        </MenuHeading>
        <MenuItem onSelect={() => setIsRenaming(true)} icon={<Pencil aria-hidden="true" />}>
          Change your name
        </MenuItem>
        <MenuSeparator />
        <MenuChoice label="Theme" value={theme} onChange={chooseTheme} options={themeOptions} />
      </Menu>
      {isRenaming && <ChangeNameDialog onClose={() => setIsRenaming(false)} />}
    </>
  )
}
