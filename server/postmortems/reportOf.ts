import type * as Y from 'yjs'
import { readActionItems } from '../../shared/content/actionItems.ts'
import { readCards } from '../../shared/content/cards.ts'
import { readImpact, readIncident, readSummary } from '../../shared/content/incident.ts'
import { notesMarkdown, notesOf } from '../../shared/content/notes.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { readTimeline } from '../../shared/content/timeline.ts'
import { writeReport } from '../../shared/report/writeReport.ts'
import type { FoundPostmortem } from './findPostmortem.ts'

/** The report as Markdown, with everything people have written up to this moment. */
export function reportOf(doc: Y.Doc, { summary, snapshot: { meeting } }: FoundPostmortem): string {
  return writeReport({
    // Whoever may write the document may also break what it says of the incident; then the title still stands.
    incident: readIncident(doc) ?? emptyDraft(summary.title, summary.severity).incident,
    summary: readSummary(doc),
    impact: readImpact(doc),
    timeline: readTimeline(doc),
    cards: readCards(doc),
    actionItems: readActionItems(doc),
    notes: meeting.agenda.map(({ id, title }) => ({ title, markdown: notesMarkdown(notesOf(doc, id)) })),
    meeting,
  })
}

const MOST_NAME_CHARACTERS = 80

/** A file name made from the title: letters and digits of any script, the rest becomes hyphens. */
export function reportFileName(title: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const name = [...words.join('-')].slice(0, MOST_NAME_CHARACTERS).join('').replace(/-$/, '')
  return `${name || 'postmortem'}.md`
}
