import { Link } from '@tanstack/react-router'
import { Pencil, Plus, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { mayInWorkspace } from '../../../shared/people/workspaceRoles.ts'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/buttonClass.ts'
import { useOpenWorkspace } from './openWorkspace.ts'
import { RenameWorkspace } from './RenameWorkspace.tsx'
import { StartWorkspace } from './StartWorkspace.tsx'
import styles from './Workspace.module.css'

export function WorkspaceHead({ onChanged }: { onChanged: () => unknown }) {
  const { workspaceId, name, role } = useOpenWorkspace().workspace
  const [doing, setDoing] = useState<'reading' | 'renaming' | 'starting'>('reading')
  const stop = () => setDoing('reading')
  return (
    <header className={styles.head}>
      <div className={styles.headWords}>
        <p className={styles.eyebrow}>Workspace</p>
        <h1 className={styles.title}>{name}</h1>
      </div>
      <div className={styles.ways}>
        {mayInWorkspace(role, 'readAuditLog') && (
          <Link to="/people/$workspaceId/audit" params={{ workspaceId }} className={buttonClass({})}>
            <ScrollText aria-hidden="true" />
            Audit log
          </Link>
        )}
        {mayInWorkspace(role, 'ownWorkspace') && (
          <>
            <Button onClick={() => setDoing('renaming')}>
              <Pencil aria-hidden="true" />
              Rename
            </Button>
            <Button onClick={() => setDoing('starting')}>
              <Plus aria-hidden="true" />
              Start another workspace
            </Button>
          </>
        )}
      </div>
      {doing === 'renaming' && <RenameWorkspace onChanged={onChanged} onClose={stop} />}
      {doing === 'starting' && <StartWorkspace onChanged={onChanged} onClose={stop} />}
    </header>
  )
}
