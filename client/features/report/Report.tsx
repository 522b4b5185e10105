import { useMemo } from 'react'
import type { PersonId } from '../../../shared/ids.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { MarkdownTokens } from './MarkdownTokens.tsx'
import styles from './Report.module.css'
import { ReportContents } from './ReportContents.tsx'
import { ReportSectionView } from './ReportSectionView.tsx'
import { ReportTools } from './ReportTools.tsx'
import { reportParts } from './reportParts.ts'
import { useReportMarkdown } from './useReportMarkdown.ts'
import { useReportRows } from './useReportRows.ts'

/** The report as it would be downloaded now, with its summary and impact open to whoever may write. */
export function Report() {
  const { me } = useRoom()
  return me && <ReportFor me={me.personId} />
}

function ReportFor({ me }: { me: PersonId }) {
  const rows = useReportRows(me)
  const markdown = useReportMarkdown(rows)
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
        {rows?.isLacking && (
          <Notice tone="late" role="status" title="Evidence and answers are missing here.">
            They could not be read from the server. The rest is as it stands; what is missing comes by itself
            once the server can be asked.
          </Notice>
        )}
        {parts.sections.map((section) => (
          <ReportSectionView key={section.id} section={section} />
        ))}
      </article>
      <ReportTools markdown={markdown} />
    </div>
  )
}
