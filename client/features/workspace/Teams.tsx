import { Plus } from 'lucide-react'
import { useState } from 'react'
import { mayInWorkspace } from '../../../shared/people/workspaceRoles.ts'
import type { Team } from '../../../shared/wire/workspaces.ts'
import { Button } from '../../ui/Button.tsx'
import { useOpenWorkspace } from './openWorkspace.ts'
import { RemoveTeam } from './RemoveTeam.tsx'
import { TeamDialog } from './TeamDialog.tsx'
import styles from './Workspace.module.css'

type Doing = { is: 'reading' } | { is: 'making' } | { is: 'changing' | 'removing'; team: Team }

export function Teams() {
  const { workspace, people, teams } = useOpenWorkspace()
  const mayManage = mayInWorkspace(workspace.role, 'manageTeams')
  const [doing, setDoing] = useState<Doing>({ is: 'reading' })
  const stop = () => setDoing({ is: 'reading' })
  const namesOf = ({ personIds }: Team) =>
    people
      .filter(({ personId }) => personIds.includes(personId))
      .map(({ name }) => name)
      .join(', ')
  return (
    <section className={styles.section} aria-labelledby="teams">
      <div className={styles.sectionHead}>
        <h2 id="teams">Teams</h2>
        <span className={styles.count}>{teams.length}</span>
        {mayManage && (
          <Button onClick={() => setDoing({ is: 'making' })}>
            <Plus aria-hidden="true" />
            Make a team
          </Button>
        )}
      </div>
      <p className={styles.about}>A restricted postmortem can be opened to a whole team at once.</p>
      {teams.length === 0 && <p className={styles.none}>There are no teams yet.</p>}
      <ul className={styles.teams}>
        {teams.map((team) => (
          <li key={team.teamId} className={styles.team}>
            <div className={styles.teamWords}>
              <p className={styles.teamName}>{team.name}</p>
              <p className={styles.hint}>{namesOf(team) || 'Nobody yet'}</p>
            </div>
            {mayManage && (
              <>
                <Button size="sm" onClick={() => setDoing({ is: 'changing', team })}>
                  Change<span className="vh"> the team {team.name}</span>
                </Button>
                <Button size="sm" onClick={() => setDoing({ is: 'removing', team })}>
                  Remove<span className="vh"> the team {team.name}</span>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {doing.is === 'making' && <TeamDialog team={null} onClose={stop} />}
      {doing.is === 'changing' && <TeamDialog team={doing.team} onClose={stop} />}
      {doing.is === 'removing' && <RemoveTeam team={doing.team} onClose={stop} />}
    </section>
  )
}
