import type { ReactNode } from 'react'
import styles from './FirstScreen.module.css'
import { Mark } from './Mark.tsx'

type FirstScreenProps = {
  /** One question, or one sentence. */
  title: string
  purpose?: ReactNode
  /** More than two fields: the page gives them the room. */
  isLong?: boolean
  children?: ReactNode
}

/** What someone sees who is not in yet: whose page this is, one question, the horizon. */
export const FirstScreen = ({ title, purpose, isLong = false, children }: FirstScreenProps) => (
  <main className={`${styles.screen} ${isLong ? styles.long : ''}`} id="main">
    <title>{`${title.replace(/[.?]$/, '')} · Candor`}</title>
    <div className={styles.column}>
      <p className={styles.brand}>
        <Mark size={24} />
        Candor
      </p>
      <h1 className={styles.question}>{title}</h1>
      {purpose && <div className={styles.purpose}>{purpose}</div>}
      <div className={styles.answer}>{children}</div>
    </div>
    <div className={styles.horizon} aria-hidden="true" />
  </main>
)
