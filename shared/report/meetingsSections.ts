import { meetingNames } from '../meeting/stageInWords.ts'
import { agendaOf, agendaSection } from './agendaSection.ts'
import { participantsOf, participantsSection } from './participantsSection.ts'
import type { ReportInput } from './reportInput.ts'

/** When the team met, over what and who came: of each meeting in its turn, where there were several. */
export function meetingsSections({ earlierMeetings, meeting, incident }: ReportInput): string[] {
  const { zone } = incident
  if (earlierMeetings.length === 0) return [agendaSection(meeting, zone), participantsSection(meeting)]
  const meetings = [...earlierMeetings, meeting]
  const names = meetingNames(meetings.map(({ stage }) => stage))
  const told = meetings.map((each, position) =>
    [`### ${names[position]}`, agendaOf(each, zone), participantsOf(each)].join('\n\n'),
  )
  return [['## Meetings', ...told].join('\n\n')]
}
