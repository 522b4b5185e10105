import { ArrowDown, ArrowUp, Ellipsis, RotateCcw, SkipForward } from 'lucide-react'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import styles from './AgendaRail.module.css'

type AgendaMenuProps = {
  item: AgendaItem
  position: number
  isNow: boolean
  onMove: (steps: -1 | 1) => void
}

export function AgendaMenu({ item, position, isNow, onMove }: AgendaMenuProps) {
  const { agenda } = useMeeting()
  const { ask, mustWait } = useAsking()
  return (
    <Menu
      trigger={
        <IconButton label={`Change “${item.title}”`} size="sm" className={styles.menu}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem
        icon={<ArrowUp aria-hidden="true" />}
        keys="Alt ↑"
        disabled={mustWait || position === 0}
        onSelect={() => onMove(-1)}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden="true" />}
        keys="Alt ↓"
        disabled={mustWait || position === agenda.length - 1}
        onSelect={() => onMove(1)}
      >
        Move down
      </MenuItem>
      {item.skipped ? (
        <MenuItem
          icon={<RotateCcw aria-hidden="true" />}
          disabled={mustWait}
          onSelect={() => void ask({ type: 'restoreAgendaItem', itemId: item.id })}
        >
          Put back
        </MenuItem>
      ) : (
        <MenuItem
          icon={<SkipForward aria-hidden="true" />}
          disabled={mustWait || isNow}
          onSelect={() => void ask({ type: 'skipAgendaItem', itemId: item.id })}
        >
          Skip this item
        </MenuItem>
      )}
    </Menu>
  )
}
