import { Link } from '@tanstack/react-router'
import type { WorkspaceId } from '../../../shared/ids.ts'
import type { Membership } from '../../../shared/wire/people.ts'
import styles from './Workspace.module.css'

type WorkspaceSwitchProps = { workspaces: readonly Membership[]; current: WorkspaceId }

/** From one workspace to another, for whoever is in several. */
export const WorkspaceSwitch = ({ workspaces, current }: WorkspaceSwitchProps) =>
  workspaces.length > 1 && (
    <nav className={styles.switch} aria-label="Your workspaces">
      {workspaces.map(({ workspaceId, name }) => (
        <Link
          key={workspaceId}
          to="/people/$workspaceId"
          params={{ workspaceId }}
          aria-current={workspaceId === current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
