import { plannedMinutesOf } from '../meeting/agenda.ts'
import type { AgendaItem } from '../meeting/meeting.ts'
import { dayInWords } from '../time/calendarDay.ts'
import { clockTime } from '../time/clockTime.ts'
import { timeBeside } from '../time/momentInWords.ts'
import { markdownTable } from './markdownTable.ts'
import { oneLine } from './prose.ts'
import type { HeldMeeting } from './reportInput.ts'

export const agendaSection = (meeting: HeldMeeting, zone: string): string =>
  `## Agenda\n\n${agendaOf(meeting, zone)}`

/** When it was held, and what its time went to. */
export function agendaOf(meeting: HeldMeeting, zone: string): string {
  const { agenda } = meeting
  if (agenda.length === 0) return `${heldInWords(meeting, zone)} The agenda is empty.`
  const total = [
    '**Together**',
    String(plannedMinutesOf(meeting)),
    String(agenda.reduce((sum, item) => sum + (item.skipped ? 0 : item.extendedMinutes), 0)),
    spentInWords(agenda.reduce((sum, item) => sum + item.spentMs, 0)),
    '',
  ]
  const table = markdownTable(
    ['Agenda item', 'Planned min', 'Extended min', 'Actual min', ''],
    [...agenda.map((item) => rowOf(item, meeting)), total],
  )
  return `${heldInWords(meeting, zone)}\n\n${table}`
}

const rowOf = (item: AgendaItem, meeting: HeldMeeting): string[] => [
  oneLine(item.title),
  String(item.plannedMinutes),
  String(item.extendedMinutes),
  spentInWords(item.spentMs),
  item.skipped
    ? 'skipped'
    : item.id === meeting.currentItemId && meeting.status === 'live'
      ? 'under way'
      : '',
]

/** Half a minute counts as one; anything less is not nothing. */
const spentInWords = (spentMs: number): string =>
  spentMs > 0 && spentMs < 30_000 ? 'under 1' : String(Math.round(spentMs / 60_000))

function heldInWords({ status, startedAt, endedAt }: HeldMeeting, zone: string): string {
  if (startedAt === null) return 'The meeting has not started yet.'
  const began = `${dayInWords(startedAt, zone)}, ${clockTime(startedAt, zone)}`
  return status === 'ended' && endedAt !== null
    ? `The meeting was held on ${began} to ${timeBeside(endedAt, startedAt, zone)}.`
    : `The meeting began on ${began} and is still open.`
}
