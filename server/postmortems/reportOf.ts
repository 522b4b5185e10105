import type * as Y from 'yjs'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { readReportInput } from '../../shared/report/readReportInput.ts'
import { writeReport } from '../../shared/report/writeReport.ts'
import type { FoundPostmortem } from './findPostmortem.ts'

/** The report as Markdown, with everything people have written up to this moment. */
export function reportOf(doc: Y.Doc, { summary, snapshot: { meeting } }: FoundPostmortem): string {
  return writeReport(readReportInput(doc, meeting, emptyDraft(summary.title, summary.severity).incident))
}

const MOST_NAME_CHARACTERS = 80

/** A file name made from the title: letters and digits of any script, the rest becomes hyphens. */
export function reportFileName(title: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const name = [...words.join('-')].slice(0, MOST_NAME_CHARACTERS).join('').replace(/-$/, '')
  return `${name || 'postmortem'}.md`
}
