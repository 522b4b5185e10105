import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type EmptyStateProps = {
  title: string
  /** What belongs here, or how to begin. */
  children?: ReactNode
  actions?: ReactNode
  drawing?: ReactNode
  /** The page's own headline, or a headline inside one. */
  level?: 1 | 2
}

export function EmptyState({ title, children, actions, drawing, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <section className={`${styles.empty} ${level === 1 ? styles.page : ''}`}>
      {drawing && <div className={styles.drawing}>{drawing}</div>}
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
