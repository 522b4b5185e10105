import { LoaderCircle } from 'lucide-react'
import styles from './Spinner.module.css'

/** Turns while something is under way; stands still under reduced motion, so the words beside it must say it too. */
export function Spinner({ label }: { label?: string }) {
  return (
    <span className={styles.spinner} role={label ? 'status' : undefined}>
      <LoaderCircle size={14} aria-hidden="true" />
      {label && <span>{label}</span>}
    </span>
  )
}
