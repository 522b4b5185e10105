import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { Person } from '../../../shared/wire/people.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useCan } from '../../room/useMeeting.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'

type CommentMenuProps = { by: Person; onEdit: () => void; onErase: () => void }

/** What can be done with a comment: by its author, and by whoever facilitates. */
export function CommentMenu({ by, onEdit, onErase }: CommentMenuProps) {
  const { me } = useRoom()
  const mayComment = useCan('comment')
  const moderates = useCan('moderateComments')
  const [isAsking, setAsking] = useState(false)
  const isOwn = by.personId === me?.personId
  if (isOwn ? !mayComment : !moderates) return null
  const label = isOwn ? 'Change or delete your comment' : `What to do with the comment of ${by.name}`
  return (
    <>
      <Menu
        trigger={
          <IconButton size="sm" label={label}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        {isOwn ? (
          <>
            <MenuItem onSelect={onEdit}>Edit</MenuItem>
            <MenuItem onSelect={onErase}>Delete</MenuItem>
          </>
        ) : (
          <MenuItem onSelect={() => setAsking(true)}>Remove…</MenuItem>
        )}
      </Menu>
      {isAsking && (
        <ConfirmDialog
          title={`Remove the comment of ${by.name}?`}
          verb="Remove it"
          onConfirm={() => {
            setAsking(false)
            onErase()
          }}
          onClose={() => setAsking(false)}
        >
          Its words are gone for good, for everyone. In their place stands that you removed it, and so does
          the audit log. What others wrote below it stays.
        </ConfirmDialog>
      )}
    </>
  )
}
