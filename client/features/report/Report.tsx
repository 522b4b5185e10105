import { useMemo } from 'react'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { MarkdownTokens } from './MarkdownTokens.tsx'
import styles from './Report.module.css'
import { ReportContents } from './ReportContents.tsx'
import { ReportSectionView } from './ReportSectionView.tsx'
import { ReportTools } from './ReportTools.tsx'
import { reportParts } from './reportParts.ts'
import { useReportMarkdown } from './useReportMarkdown.ts'

/** The report as it would be downloaded now, with its summary and impact open to whoever may write. */
export function Report() {
  const markdown = useReportMarkdown()
  const parts = useMemo(() => (markdown === null ? null : reportParts(markdown)), [markdown])
  if (markdown === null || parts === null) {
    return (
      <div className={styles.waiting}>
        <Skeleton rows={8} label="Loading the report" />
      </div>
    )
  }
  return (
    <div className={styles.sheet}>
      <ReportContents sections={parts.sections} />
      <article className={styles.article}>
        <header>
          <p className={styles.eyebrow}>Postmortem</p>
          <h2 className={styles.title}>{parts.title && <MarkdownTokens tokens={parts.title.tokens} />}</h2>
          <div className={styles.facts}>
            <MarkdownTokens tokens={parts.head} />
          </div>
        </header>
        {parts.sections.map((section) => (
          <ReportSectionView key={section.id} section={section} />
        ))}
      </article>
      <ReportTools markdown={markdown} />
    </div>
  )
}
