import type { ReactNode } from 'react'
import styles from './Menu.module.css'

/** Words above a menu's items; not something to choose. */
export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <div className={styles.heading} role="presentation">
    {children}
  </div>
)
