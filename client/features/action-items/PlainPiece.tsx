import type { ReactNode } from 'react'
import styles from './PlainPiece.module.css'

/** A piece of an action for those who read. */
export const PlainPiece = ({ label, shown }: { label: string; shown: ReactNode }) => (
  <span className={styles.piece}>
    <span className="vh">{label}: </span>
    {shown ?? (
      <>
        <span className="vh">not said yet</span>
        <span className={styles.open} aria-hidden="true">
          –
        </span>
      </>
    )}
  </span>
)
