import { Check, CircleAlert, FileText } from 'lucide-react'
import type { Problem } from '../../../shared/wire/problem.ts'
import { countsOf } from './countsOf.ts'
import styles from './Import.module.css'
import type { IncidentReading } from './incidentReading.ts'

/** What became of one file when the postmortems were created. */
export type Outcome = { is: 'created' } | { is: 'refused'; problem: Problem }

type ImportVerdictProps = { reading: IncidentReading; outcome: Outcome | null }

export function ImportVerdict({ reading: { fileName, read }, outcome }: ImportVerdictProps) {
  const isTrouble = !read.ok || outcome?.is === 'refused'
  const Icon = isTrouble ? CircleAlert : outcome?.is === 'created' ? Check : FileText
  return (
    <li className={`${styles.verdict} ${isTrouble ? styles.trouble : ''}`}>
      <Icon size={16} aria-hidden="true" />
      <div>
        <p className={styles.verdictTitle}>{read.ok ? read.value.incident.title : fileName}</p>
        <p className={styles.verdictWords}>{verdictInWords(read, outcome)}</p>
      </div>
    </li>
  )
}

function verdictInWords(read: IncidentReading['read'], outcome: Outcome | null): string {
  if (!read.ok) {
    const [first, ...rest] = read.problem
    const more = rest.length > 0 ? `, and ${rest.length} more` : ''
    return first ? `Not readable: ${first.path} ${first.problem}${more}` : 'Not readable'
  }
  if (outcome?.is === 'refused') return `Not created. ${outcome.problem.sentence}`
  const counts = countsOf(read.value).map(({ words }) => words)
  return `${outcome?.is === 'created' ? 'Created' : 'Readable'}: ${counts.join(', ') || 'a title'}`
}
