import { useMemo, useState } from 'react'
import { type IncidentRole, incidentRoleGuide } from '../../../shared/guide/incidentRoles.ts'
import { numberInWords } from '../../../shared/numberInWords.ts'
import { missingRoles, roleCoverage } from '../../../shared/people/roleCoverage.ts'
import { usePreparationMarks } from '../../room/useContent.ts'
import { useCoverage } from '../../room/useCoverage.ts'
import { useDirectory } from '../../room/useDirectory.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useRolesHeld } from '../../room/useRolesHeld.ts'
import { useTriageFacts } from '../../room/useTriageFacts.ts'
import { CapabilityTable } from './CapabilityTable.tsx'
import { ExpectedPeople } from './ExpectedPeople.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Neutrality } from './Neutrality.tsx'
import { RoleRow } from './RoleRow.tsx'
import styles from './Roles.module.css'

/** Who belongs in this review: roles with what each brings, whoever the timeline names, who may do what. */
export function Roles() {
  const severity = useIncident()?.severity ?? null
  const facts = useTriageFacts()
  const holders = useRolesHeld()
  const marks = usePreparationMarks()
  const coverage = useCoverage()
  const { workspace } = useDirectory()
  /** Here, because the row of a role moves once somebody has it. */
  const [inviting, setInviting] = useState<IncidentRole | null>(null)
  const standings = useMemo(
    () => roleCoverage(severity, facts, holders, marks),
    [severity, facts, holders, marks],
  )
  const isShown = ({ need, state }: (typeof standings)[number]) => need !== 'optional' || state !== 'missing'
  const shown = standings.filter(isShown)
  const others = standings.filter((standing) => !isShown(standing))
  const toInvite = coverage.filter(({ state }) => state === 'missing').length
  return (
    <section aria-labelledby="people">
      <header className={styles.head}>
        <h2 id="people">People</h2>
        <p className={styles.count}>{peopleInWords(missingRoles(standings).length, toInvite)}</p>
      </header>
      <Neutrality coverage={coverage} />
      <ul className={styles.roles}>
        {shown.map((standing) => (
          <RoleRow key={standing.role} standing={standing} onInvite={setInviting} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>Roles that this incident does not ask for</summary>
          <ul className={styles.roles}>
            {others.map((standing) => (
              <RoleRow key={standing.role} standing={standing} onInvite={setInviting} />
            ))}
          </ul>
        </details>
      )}
      {inviting && workspace && (
        <InviteDialog
          role={inviting}
          title={incidentRoleGuide[inviting].title}
          workspaceId={workspace.workspaceId}
          onClose={() => setInviting(null)}
        />
      )}
      <ExpectedPeople coverage={coverage} />
      <CapabilityTable />
    </section>
  )
}

function peopleInWords(roles: number, people: number): string {
  const words = [
    ...(roles > 0 ? [`${numberInWords(roles)} required ${roles === 1 ? 'role is' : 'roles are'} open`] : []),
    ...(people > 0 ? [`${numberInWords(people)} named and not invited`] : []),
  ].join(', ')
  return words === '' ? 'Every required role is held, and everybody named is in.' : `${capitalised(words)}.`
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
