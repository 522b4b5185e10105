import { readActionItems } from '../content/actionItems.ts'
import { readCards } from '../content/cards.ts'
import { readImpact, readIncident, readSummary } from '../content/incident.ts'
import { notesMarkdown, notesOf } from '../content/notes.ts'
import { readTimeline } from '../content/timeline.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { ReportInput } from './reportInput.ts'

/** All a report is made of, read once for the server's download and for the page's preview. Null without an incident. */
export function readReportInput(
  contentDoc: Parameters<typeof readIncident>[0],
  meeting: Meeting,
): ReportInput | null {
  const incident = readIncident(contentDoc)
  if (!incident) return null // a document nobody has seeded, or one that has not arrived
  return {
    incident,
    summary: readSummary(contentDoc),
    impact: readImpact(contentDoc),
    timeline: readTimeline(contentDoc),
    cards: readCards(contentDoc),
    actionItems: readActionItems(contentDoc),
    notes: meeting.agenda.map(({ id, title }) => ({
      title,
      markdown: notesMarkdown(notesOf(contentDoc, id)),
    })),
    meeting,
  }
}
