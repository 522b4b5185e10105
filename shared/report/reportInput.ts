import type { ActionItem } from '../content/actionItems.ts'
import type { Attachment } from '../content/attachments.ts'
import type { Card } from '../content/cards.ts'
import type { Incident } from '../content/incident.ts'
import type { MetricSeries } from '../content/metricSeries.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import type { ParticipantQuestionId } from '../guide/participantQuestions.ts'
import type { AgendaItemId } from '../ids.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { EvidenceOriginal } from '../wire/evidence.ts'
import type { RevealedAnswer } from '../wire/sealedAnswers.ts'
import type { PlannedMeeting } from '../wire/stages.ts'

/** `address` is where anybody who may read it finds it. */
export type ReportAttachment = Attachment & { address: string }

export type ReportOriginal = EvidenceOriginal & { address: string }

/** A question whose answers everybody may read by now. */
export type OpenedQuestion = { questionId: ParticipantQuestionId; answers: readonly RevealedAnswer[] }

/** What a report tells of one meeting. */
export type HeldMeeting = Pick<Meeting, keyof PlannedMeeting & keyof Meeting>

/** All a report is made of, as read from the content document, the meeting log and the rows beside them. */
export type ReportInput = {
  incident: Incident
  summary: string
  impact: string
  /** In order, like cards and action items. */
  timeline: TimelineEvent[]
  /** Lines measured beside it, as they were added. */
  metricSeries: MetricSeries[]
  cards: Card[]
  actionItems: ActionItem[]
  attachments: ReportAttachment[]
  /** One entry for each agenda item, its Markdown escaped already; empty where nobody wrote. */
  notes: { itemId: AgendaItemId; title: string; markdown: string }[]
  /** What people brought along, the oldest first. Null, like what comes next, where it could not be asked for. */
  originals: readonly ReportOriginal[] | null
  openedQuestions: readonly OpenedQuestion[] | null
  /** The newest, which people are in. */
  meeting: Meeting
  /** Those held before it over the same document, the oldest first. */
  earlierMeetings: readonly HeldMeeting[]
}
