import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './AddRow.module.css'

/** The row under a list that begins a new card. */
export const AddRow = ({
  keys,
  onAdd,
  children,
}: {
  keys: string
  onAdd: () => void
  children: ReactNode
}) => (
  <button type="button" className={styles.add} onClick={onAdd} aria-keyshortcuts={keys}>
    <Plus size={16} aria-hidden="true" />
    {children}
    <Kbd>{keys}</Kbd>
  </button>
)
