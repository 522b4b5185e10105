import { actionsSection } from './actionsSection.ts'
import { answersSection } from './answersSection.ts'
import { cardsSections } from './cardsSections.ts'
import { durationsSection } from './durationsSection.ts'
import { evidenceSection } from './evidenceSection.ts'
import { impactSection } from './impactSection.ts'
import { meetingsSections } from './meetingsSections.ts'
import { metricsSection } from './metricsSection.ts'
import { notesSection } from './notesSection.ts'
import { prose } from './prose.ts'
import { reportHead } from './reportHead.ts'
import type { ReportInput } from './reportInput.ts'
import { sourcesSection } from './sourcesSection.ts'
import { timelineSection } from './timelineSection.ts'

/** The postmortem as Markdown. The same input gives the same bytes, so two reports can be compared. */
export function writeReport(input: ReportInput): string {
  const { incident, summary, timeline, notes, attachments } = input
  const sections = [
    reportHead(incident),
    `## Summary\n\n${prose(summary) || 'No summary has been written yet.'}`,
    impactSection(input),
    durationsSection(incident, timeline),
    timelineSection(timeline, incident.zone, attachments),
    ...metricsSection(input),
    ...cardsSections(input.cards, incident.zone, attachments),
    actionsSection(input),
    ...answersSection(input.openedQuestions),
    notesSection(notes, attachments),
    ...meetingsSections(input),
    ...evidenceSection(input.originals, incident.zone),
    sourcesSection(incident.sources),
  ]
  return `${sections.join('\n\n')}\n`
}
