import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { useAttaching } from '../../room/attaching.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { MenuSeparator } from '../../ui/MenuSeparator.tsx'
import { EventDialog } from './EventDialog.tsx'
import styles from './EventRow.module.css'
import type { EventActions } from './useEventActions.ts'

type EventMenuProps = { timelineEvent: TimelineEvent; isTabStop: boolean; actions: EventActions }

export function EventMenu({ timelineEvent, isTabStop, actions }: EventMenuProps) {
  const mayEdit = useMayEdit()
  const attaching = useAttaching()
  const [isDescribing, setDescribing] = useState(false)
  const { id, kind, occurred } = timelineEvent
  const otherKind = kind === 'decision' ? 'event' : 'decision'
  return (
    <span className={styles.menu}>
      <Menu
        trigger={
          <IconButton label="What to do with this event" size="sm" tabIndex={isTabStop ? 0 : -1}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => actions.setHorizon(occurred.at)} keys="T">
          Set the horizon here
        </MenuItem>
        {mayEdit && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => actions.edit(id)} keys="↵">
              Edit the text
            </MenuItem>
            <MenuItem onSelect={() => setDescribing(true)}>Time, source and details…</MenuItem>
            {attaching && <MenuItem onSelect={() => attaching.ask({ on: 'event', id })}>Attach…</MenuItem>}
            <MenuItem onSelect={() => actions.setKind(id, otherKind)}>
              {kind === 'decision' ? 'No decision point' : 'Make it a decision point'}
            </MenuItem>
            <MenuSeparator />
            <MenuItem onSelect={() => actions.step(id, -1)} keys="Alt ↑">
              Move up among equal times
            </MenuItem>
            <MenuItem onSelect={() => actions.step(id, 1)} keys="Alt ↓">
              Move down among equal times
            </MenuItem>
            <MenuItem onSelect={() => actions.select(id)} keys="Space">
              Select, to change several
            </MenuItem>
            <MenuSeparator />
            <MenuItem onSelect={() => actions.remove(id)} keys="Del">
              Remove
            </MenuItem>
          </>
        )}
      </Menu>
      {isDescribing && (
        <EventDialog
          timelineEvent={timelineEvent}
          near={timelineEvent}
          onClose={() => setDescribing(false)}
        />
      )}
    </span>
  )
}
