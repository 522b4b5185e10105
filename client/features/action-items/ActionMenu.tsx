import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'
import type { ActionRowProps } from './ActionRow.tsx'

type ActionMenuProps = Pick<ActionRowProps, 'item' | 'number' | 'onStep' | 'onRemove'>

export const ActionMenu = ({ item, number, onStep, onRemove }: ActionMenuProps) => (
  <Menu
    trigger={
      <IconButton size="sm" label={`More about action ${number}`}>
        <Ellipsis aria-hidden="true" />
      </IconButton>
    }
  >
    <MenuItem icon={<ArrowUp aria-hidden="true" />} keys="Alt ↑" onSelect={() => onStep(item.id, -1)}>
      Move up
    </MenuItem>
    <MenuItem icon={<ArrowDown aria-hidden="true" />} keys="Alt ↓" onSelect={() => onStep(item.id, 1)}>
      Move down
    </MenuItem>
    <MenuSeparator />
    <MenuItem icon={<Trash2 aria-hidden="true" />} keys="Del" onSelect={() => onRemove(item.id)}>
      Remove
    </MenuItem>
  </Menu>
)
