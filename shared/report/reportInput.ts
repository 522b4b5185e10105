import type { ActionItem } from '../content/actionItems.ts'
import type { Card } from '../content/cards.ts'
import type { Incident } from '../content/incident.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import type { Meeting } from '../meeting/meeting.ts'

/** All a report is made of, as read from the content document and the meeting log. */
export type ReportInput = {
  incident: Incident
  summary: string
  impact: string
  /** In order, like cards and action items. */
  timeline: TimelineEvent[]
  cards: Card[]
  actionItems: ActionItem[]
  /** One entry for each agenda item, its Markdown escaped already; empty where nobody wrote. */
  notes: { title: string; markdown: string }[]
  meeting: Meeting
}
