import type { ReactNode } from 'react'
import styles from './Notice.module.css'

type NoticeProps = {
  /** `late` is ochre: something needs you. `plain` tells. */
  tone?: 'plain' | 'late'
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Read out as soon as it appears. */
  role?: 'alert' | 'status'
}

/** Words that stay in the page: what happened, what is safe, what to do. */
export const Notice = ({ tone = 'plain', title, children, actions, role }: NoticeProps) => (
  <div className={`${styles.notice} ${styles[tone]}`} role={role}>
    {title && <p className={styles.title}>{title}</p>}
    {children && <div className={styles.words}>{children}</div>}
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
)
