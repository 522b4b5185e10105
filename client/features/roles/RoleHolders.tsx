import { X } from 'lucide-react'
import type { RoleHolder } from '../../../shared/content/roleHolders.ts'
import { colourOf, memberOf } from '../../../shared/meeting/meeting.ts'
import { useMayEdit, useMeeting } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Roles.module.css'

/** Those who have a role. Whoever has joined has a face. */
export function RoleHolders({ holders, roleTitle }: { holders: readonly RoleHolder[]; roleTitle: string }) {
  const meeting = useMeeting()
  const mayEdit = useMayEdit()
  const { unassign } = usePreparationEdits()
  return (
    <ul className={styles.holders}>
      {holders.map(({ id, personId, name }) => {
        const member = personId === null ? undefined : memberOf(meeting, personId)
        return (
          <li key={id}>
            {member && (
              <Avatar name={member.name} colour={colourOf(meeting, member.personId)} size={20} decorative />
            )}
            <span className={styles.name}>{member?.name ?? name}</span>
            {!member && <small>not here yet</small>}
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
