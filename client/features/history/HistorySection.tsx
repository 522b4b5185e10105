import type { ReactNode } from 'react'
import styles from './History.module.css'

/** One card, event, action or text: as it was, as it is now where its words differ, and what became of it. */
export type Piece = {
  place: string
  /** Null for what was not there yet. */
  then: ReactNode
  /** Null where the words are the same, or gone. */
  now: ReactNode
  mark: ReactNode
  /** A time, or the agenda item the notes belong to. */
  lead?: string
}

type HistorySectionProps = { title: string; glyph?: ReactNode; pieces: readonly Piece[] }

export const HistorySection = ({ title, glyph, pieces }: HistorySectionProps) => (
  <section className={styles.section} aria-label={title}>
    <h3 className={styles.sectionTitle}>
      {glyph}
      {title}
    </h3>
    <ul>
      {pieces.map(({ place, then, now, mark, lead }) => (
        <li key={place} className={styles.piece} data-added={then === null || undefined}>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
          {then !== null && <div className={styles.then}>{then === '' ? <Empty /> : then}</div>}
          {now !== null && (
            <div className={styles.now}>
              {then !== null && <span className={styles.nowWord}>Now</span>}
              {now === '' ? <Empty /> : now}
            </div>
          )}
          {mark}
        </li>
      ))}
    </ul>
  </section>
)

const Empty = () => <span className={styles.empty}>Without words</span>
