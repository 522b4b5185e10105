import { readActionItems } from '../content/actionItems.ts'
import { readAttachments } from '../content/attachments.ts'
import { readCards } from '../content/cards.ts'
import { type Incident, readImpact, readIncident, readSummary } from '../content/incident.ts'
import { readMetricSeries } from '../content/metricSeries.ts'
import { notesMarkdown, notesOf } from '../content/notes.ts'
import { readTimeline } from '../content/timeline.ts'
import type { AttachedFileId, EvidenceId } from '../ids.ts'
import type { AgendaItem, Meeting } from '../meeting/meeting.ts'
import { meetingNames } from '../meeting/stageInWords.ts'
import type { EvidenceOriginal } from '../wire/evidence.ts'
import type { HeldMeeting, OpenedQuestion, ReportInput } from './reportInput.ts'

/** What stands in no document, and where files are read in full: a report is read elsewhere. */
export type BesideDocument = {
  /** The newest first, as they are listed. Null where they could not be asked for, like what comes next. */
  originals: readonly EvidenceOriginal[] | null
  openedQuestions: readonly OpenedQuestion[] | null
  /** The oldest first. */
  earlierMeetings: readonly HeldMeeting[]
  originalAddress: (evidenceId: EvidenceId) => string
  fileAddress: (fileId: AttachedFileId) => string
}

/**
 * All a report is made of, read alike for the server's download and the page's preview. Whoever may write the document
 * may also break what it says of the incident; `ifBroken` stands in for that.
 */
export function readReportInput(
  contentDoc: Parameters<typeof readIncident>[0],
  meeting: Meeting,
  ifBroken: Incident,
  { originals, openedQuestions, earlierMeetings, originalAddress, fileAddress }: BesideDocument,
): ReportInput {
  return {
    incident: readIncident(contentDoc) ?? ifBroken,
    summary: readSummary(contentDoc),
    impact: readImpact(contentDoc),
    timeline: readTimeline(contentDoc),
    metricSeries: readMetricSeries(contentDoc),
    cards: readCards(contentDoc),
    actionItems: readActionItems(contentDoc),
    attachments: readAttachments(contentDoc).map((attachment) => ({
      ...attachment,
      address: attachment.what === 'link' ? attachment.url : fileAddress(attachment.fileId),
    })),
    notes: titledItems([...earlierMeetings, meeting]).map(({ id, title }) => ({
      itemId: id,
      title,
      markdown: notesMarkdown(notesOf(contentDoc, id)),
    })),
    originals:
      originals
        ?.map((original) => ({ ...original, address: originalAddress(original.evidenceId) }))
        .reverse() ?? null,
    openedQuestions,
    meeting,
    earlierMeetings,
  }
}

/** The items of all meetings in order; which meeting is said where there are several. */
function titledItems(meetings: readonly HeldMeeting[]): Pick<AgendaItem, 'id' | 'title'>[] {
  const names = meetingNames(meetings.map(({ stage }) => stage))
  return meetings.flatMap(({ agenda }, position) =>
    agenda.map(({ id, title }) => ({
      id,
      title: meetings.length === 1 ? title : `${names[position]}: ${title}`,
    })),
  )
}
