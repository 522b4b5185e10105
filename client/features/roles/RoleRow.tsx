import { useState } from 'react'
import { MOST_MARK_REASON, markIdOf } from '../../../shared/content/preparationMarks.ts'
import { type IncidentRole, incidentRoleGuide } from '../../../shared/guide/incidentRoles.ts'
import type { RoleStanding } from '../../../shared/people/roleCoverage.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import type { HeldRole } from '../../room/useRolesHeld.ts'
import { Button } from '../../ui/Button.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { AssignMenu } from './AssignMenu.tsx'
import { RoleHolders } from './RoleHolders.tsx'
import styles from './Roles.module.css'

/** One role: what it brings, who has it, or that nobody has. */
export function RoleRow({
  standing: { role, need, because, holders, state, reason },
  onInvite,
}: {
  standing: RoleStanding<HeldRole>
  onInvite: (role: IncidentRole) => void
}) {
  const { title, brings, mustNot } = incidentRoleGuide[role]
  const mayEdit = useMayEdit()
  const { mark, takeBack } = usePreparationEdits()
  const [isWaiving, setWaiving] = useState(false)
  return (
    <li className={styles.role}>
      <div className={styles.what}>
        <h3>
          {title} {need === 'suggested' && <Tag tone="accent">Suggested</Tag>}
        </h3>
        <p>
          {brings} {mustNot}
        </p>
        {need === 'suggested' && <p className={styles.why}>{because.join(' ')}</p>}
      </div>
      <div className={styles.who}>
        {holders.length > 0 && <RoleHolders holders={holders} roleTitle={title} />}
        {state === 'missing' && need === 'required' && <Tag tone="late">Missing</Tag>}
        {state === 'notNeeded' && <p className={styles.why}>Not needed: {reason || 'no reason given'}</p>}
        {mayEdit && (
          <div className={styles.buttons}>
            {state !== 'notNeeded' && (
              <AssignMenu
                role={role}
                title={title}
                onInvite={onInvite}
                onWaive={state === 'missing' ? () => setWaiving(true) : null}
              />
            )}
            {state === 'notNeeded' && (
              <Button size="sm" kind="quiet" onClick={() => takeBack(markIdOf('role', role))}>
                Needed after all<span className="vh">: {title}</span>
              </Button>
            )}
          </div>
        )}
      </div>
      {isWaiving && (
        <ReasonDialog
          title={`${title} is not needed`}
          about="The reason is kept with the postmortem."
          verb="Do without"
          mostLetters={MOST_MARK_REASON}
          onConfirm={(why) => mark(markIdOf('role', role), 'notNeeded', why)}
          onClose={() => setWaiving(false)}
        />
      )}
    </li>
  )
}
