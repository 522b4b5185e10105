import { X } from 'lucide-react'
import { colourOf, memberOf } from '../../../shared/meeting/meeting.ts'
import { useMayEdit, useMeeting } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import type { HeldRole } from '../../room/useRolesHeld.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Roles.module.css'

/** Those who have a role. Whoever has joined has a face. */
export function RoleHolders({ holders, roleTitle }: { holders: readonly HeldRole[]; roleTitle: string }) {
  const meeting = useMeeting()
  const mayEdit = useMayEdit()
  const { unassign } = usePreparationEdits()
  return (
    <ul className={styles.holders}>
      {holders.map(({ id, personId, name, invited }) => {
        const member = personId === null ? undefined : memberOf(meeting, personId)
        return (
          <li key={id}>
            {member && (
              <Avatar name={member.name} colour={colourOf(meeting, member.personId)} size={20} decorative />
            )}
            <span className={styles.name}>{member?.name ?? name}</span>
            {!member && <small>{awayWords[invited ?? 'accepted']}</small>}
            {mayEdit && (
              <IconButton
                size="sm"
                label={`Take ${member?.name ?? name} off: ${roleTitle}`}
                onClick={() => unassign(id)}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const awayWords = {
  open: 'invited',
  accepted: 'not here yet',
  over: 'the invitation is over',
} as const
