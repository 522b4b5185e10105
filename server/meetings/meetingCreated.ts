import type { AgendaTemplate } from '../../shared/guide/agendaTemplates.ts'
import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { MeetingStage } from '../../shared/meeting/meeting.ts'
import { agendaFor } from '../../shared/triage/recommend.ts'

/** How each meeting begins: with the agenda of its stage. `minutes` were chosen for the review itself. */
export function meetingCreated(stage: MeetingStage, minutes: number): MeetingEvent {
  const templates: Record<MeetingStage, AgendaTemplate> = {
    initial: 'initial',
    review: agendaFor(minutes),
    deepDive: '60-learning',
  }
  return { type: 'meetingCreated', stage, agenda: agendaFromTemplate(templates[stage]) }
}
