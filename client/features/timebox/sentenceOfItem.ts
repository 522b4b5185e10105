import type { AgendaItem, Meeting } from '../../../shared/meeting/meeting.ts'

/** `Item 4, What went well, and luck, 6 minutes` */
export function sentenceOfItem(meeting: Meeting, item: AgendaItem): string {
  const minutes = item.plannedMinutes + item.extendedMinutes
  const number = meeting.agenda.findIndex(({ id }) => id === item.id) + 1
  return `Item ${number}, ${item.title}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}
