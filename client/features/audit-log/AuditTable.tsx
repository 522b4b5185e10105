import { Link } from '@tanstack/react-router'
import { auditActions } from '../../../shared/people/auditActions.ts'
import { momentWithDay } from '../../../shared/time/momentInWords.ts'
import type { AuditEntry } from '../../../shared/wire/audit.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import styles from './AuditLog.module.css'

/** Times are those of this browser's own zone. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const zone = viewerZone()
  return (
    <table className={styles.table}>
      <caption className="vh">Audit log</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Whom or which</th>
          <th scope="col" className={styles.when}>
            When, in {zone}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.number}>
            <th scope="row" className={styles.who}>
              {entry.by?.name ?? <span className={styles.machine}>Candor itself</span>}
            </th>
            <td>{auditActions[entry.action]}</td>
            <td className={styles.subject}>
              <Subject entry={entry} />
            </td>
            <td className={styles.when}>
              <time dateTime={new Date(entry.at).toISOString()}>
                {momentWithDay({ at: entry.at, precision: 'minute' }, zone)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ entry: { subject, postmortemId } }: { entry: AuditEntry }) {
  if (postmortemId === null) return subject
  return (
    <Link to="/p/$postmortemId" params={{ postmortemId }}>
      {subject || 'The postmortem'}
    </Link>
  )
}
