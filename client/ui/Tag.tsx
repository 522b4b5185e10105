import type { ReactNode } from 'react'
import styles from './Tag.module.css'

/** A short word about something. `live` has a dot, `late` is ochre. */
export const Tag = ({
  tone = 'neutral',
  children,
}: {
  tone?: 'neutral' | 'accent' | 'live' | 'late' | 'plain'
  children: ReactNode
}) => <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>
