import type { DatabaseSync } from 'node:sqlite'
import type * as Y from 'yjs'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { type BesideDocument, readReportInput } from '../../shared/report/readReportInput.ts'
import { writeReport } from '../../shared/report/writeReport.ts'
import { attachedFilePath } from '../../shared/wire/attachments.ts'
import { evidenceFilePath } from '../../shared/wire/evidence.ts'
import { listOriginals } from '../evidence/originalRows.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import { openedQuestionsOf } from '../sealed-answers/answerRows.ts'
import { plannedMeetings } from '../triage/plannedMeetings.ts'
import type { FoundPostmortem } from './findPostmortem.ts'

/** The report as Markdown, with everything people have written up to this moment. `linkTo` makes a path a full address. */
export function reportOf(
  doc: Y.Doc,
  { summary, snapshot: { meetingId, meeting } }: FoundPostmortem,
  { database, log, linkTo }: { database: DatabaseSync; log: MeetingLog; linkTo: (path: string) => string },
): string {
  const { postmortemId } = summary
  const { incident } = emptyDraft(summary.title, summary.severity)
  const beside: BesideDocument = {
    originals: listOriginals(database, postmortemId),
    openedQuestions: openedQuestionsOf(database, postmortemId),
    earlierMeetings: plannedMeetings(log, postmortemId)
      .filter((other) => other.meetingId !== meetingId)
      .reverse(),
    originalAddress: (evidenceId) => linkTo(evidenceFilePath(postmortemId, evidenceId)),
    fileAddress: (fileId) => linkTo(attachedFilePath(postmortemId, fileId)),
  }
  return writeReport(readReportInput(doc, meeting, incident, beside))
}

const MOST_NAME_CHARACTERS = 80

/** A file name made from the title: letters and digits of any script, the rest becomes hyphens. */
export function reportFileName(title: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const name = [...words.join('-')].slice(0, MOST_NAME_CHARACTERS).join('').replace(/-$/, '')
  return `${name || 'postmortem'}.md`
}
