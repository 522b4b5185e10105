import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useRoom } from '../room/RoomProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { useAccount } from './me.ts'

/** Not for guests: whom they could send the link to, they do not know. */
export function Invite() {
  const { postmortemId } = useRoom()
  const { visits } = useAccount()
  const [isOpen, setOpen] = useState(false)
  const isGuest = visits.some((visit) => visit.postmortemId === postmortemId && visit.state === 'admitted')
  if (isGuest) return null
  return (
    <>
      <IconButton label="Invite people" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden="true" />
      </IconButton>
      {isOpen && <InviteDialog onClose={() => setOpen(false)} />}
    </>
  )
}
