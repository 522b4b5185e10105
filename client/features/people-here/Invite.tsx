import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import { InviteDialog } from './InviteDialog.tsx'

export function Invite() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label="Invite people" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden="true" />
      </IconButton>
      {isOpen && <InviteDialog onClose={() => setOpen(false)} />}
    </>
  )
}
