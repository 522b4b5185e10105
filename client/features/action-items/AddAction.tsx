import { Plus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './ActionTable.module.css'

export const AddAction = ({ onAdd }: { onAdd: () => void }) => (
  <div className={styles.add}>
    <Button kind="quiet" size="sm" onClick={onAdd} aria-keyshortcuts="A">
      <Plus aria-hidden="true" />
      Add an action <Kbd>A</Kbd>
    </Button>
  </div>
)
