import type { ReactNode } from 'react'
import styles from './Kbd.module.css'

/** A key on a control that has a name of its own, so it is not read aloud; `spoken` where the key is the content. */
export const Kbd = ({ spoken = false, children }: { spoken?: boolean; children: ReactNode }) =>
  spoken ? (
    <kbd className={`${styles.kbd} ${styles.spoken}`}>{children}</kbd>
  ) : (
    <span className={styles.kbd} aria-hidden="true">
      {children}
    </span>
  )
