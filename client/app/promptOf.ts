import { guideByStep } from '../../shared/guide/agendaTemplates.ts'
import type { AgendaItem, Meeting } from '../../shared/meeting/meeting.ts'

/** The question over an item's work area: the facilitator's own for the item the room is on, else the step's. */
export function promptOf(meeting: Meeting, item: AgendaItem): string {
  if (meeting.prompt !== null && item.id === meeting.currentItemId) return meeting.prompt
  return item.step === null ? item.title : guideByStep[item.step].prompt
}
