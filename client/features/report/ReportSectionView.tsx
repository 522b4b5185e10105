import { impactOf, summaryOf } from '../../../shared/content/contentDoc.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { SharedTextField } from '../../room/SharedTextField.tsx'
import { useMayEdit } from '../../room/useMeeting.ts'
import { MarkdownTokens } from './MarkdownTokens.tsx'
import styles from './Report.module.css'
import type { ReportSection } from './reportParts.ts'

/** What people write straight into the report, by the section it stands in. */
const proseBySection = {
  summary: {
    textOf: summaryOf,
    label: 'Summary',
    placeholder: 'What happened, in a few lines',
  },
  impact: {
    textOf: impactOf,
    label: 'Impact',
    placeholder: 'Who was affected, and how',
  },
} as const

export function ReportSectionView({ section: { id, title, body } }: { section: ReportSection }) {
  const { contentDoc } = useRoom()
  const mayEdit = useMayEdit()
  const prose = id === 'summary' || id === 'impact' ? proseBySection[id] : null
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        <MarkdownTokens tokens={title.tokens} />
      </h3>
      {prose && mayEdit ? (
        <>
          <div className={styles.prose}>
            <SharedTextField
              text={prose.textOf(contentDoc)}
              place={{ in: 'prose', id: id === 'summary' ? 'summary' : 'impact' }}
              label={prose.label}
              placeholder={prose.placeholder}
            />
          </div>
          {/* The prose is the field above; what is left is the table of figures. */}
          <MarkdownTokens tokens={body.filter(({ type }) => type === 'table')} />
        </>
      ) : (
        <MarkdownTokens tokens={body} />
      )}
    </section>
  )
}
