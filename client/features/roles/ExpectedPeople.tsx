import type { Expected } from '../../../shared/people/coverage.ts'
import { ExpectedRow } from './ExpectedRow.tsx'
import styles from './Roles.module.css'

/** Whoever the timeline, a role or an action names and who is not here. */
export function ExpectedPeople({ coverage }: { coverage: readonly Expected[] }) {
  const here = coverage.filter(({ state }) => state === 'here').length
  const away = coverage.filter(({ state }) => state !== 'here')
  return (
    <>
      <h3 className={styles.subhead} id="not-here">
        Named, and not here yet
      </h3>
      {coverage.length === 0 && (
        <p className={styles.why}>
          Nobody is named yet. People and teams appear here as the timeline names them.
        </p>
      )}
      {coverage.length > 0 && away.length === 0 && (
        <p className={styles.why}>Everybody who is named is here.</p>
      )}
      {away.length > 0 && (
        <ul className={styles.expected} aria-labelledby="not-here">
          {away.map((one) => (
            <ExpectedRow key={one.markId} one={one} />
          ))}
        </ul>
      )}
      {here > 0 && away.length > 0 && (
        <p className={styles.why}>{here === 1 ? 'One other is here.' : `${here} others are here.`}</p>
      )}
    </>
  )
}
