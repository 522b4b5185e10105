import styles from './Report.module.css'
import type { ReportSection } from './reportParts.ts'
import { useSectionInSight } from './useSectionInSight.ts'

export function ReportContents({ sections }: { sections: readonly ReportSection[] }) {
  const inSight = useSectionInSight(sections.map(({ id }) => id))
  return (
    <nav className={styles.contents} aria-label="In this report">
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === inSight ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
