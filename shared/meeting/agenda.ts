import {
  type AgendaTemplate,
  agendaTemplates,
  guideByStep,
  initialTitles,
  meetingSteps,
} from '../guide/agendaTemplates.ts'
import type { AgendaItemId } from '../ids.ts'
import type { AgendaItem, Meeting } from './meeting.ts'

/** Item ids are the step's name, so every server builds the same agenda from the same template. */
export function agendaFromTemplate(template: AgendaTemplate): AgendaItem[] {
  return meetingSteps.flatMap((step, position) => {
    const plannedMinutes = agendaTemplates[template].minutes[position] ?? 0
    if (plannedMinutes === 0) return []
    const title = (template === 'initial' ? initialTitles[step] : undefined) ?? guideByStep[step].title
    return [newAgendaItem({ id: step as AgendaItemId, step, title, plannedMinutes })]
  })
}

export const newAgendaItem = (
  item: Pick<AgendaItem, 'id' | 'step' | 'title' | 'plannedMinutes'>,
): AgendaItem => ({ ...item, extendedMinutes: 0, spentMs: 0, skipped: false })

export const currentItem = (meeting: Meeting): AgendaItem | undefined =>
  meeting.agenda.find((item) => item.id === meeting.currentItemId)

export function nextItem(meeting: Meeting): AgendaItem | undefined {
  const from = meeting.agenda.findIndex((item) => item.id === meeting.currentItemId)
  return meeting.agenda.slice(from + 1).find((item) => !item.skipped)
}

export function previousItem(meeting: Meeting): AgendaItem | undefined {
  const from = meeting.agenda.findIndex((item) => item.id === meeting.currentItemId)
  return meeting.agenda.slice(0, Math.max(from, 0)).findLast((item) => !item.skipped)
}

export const allottedMs = (item: AgendaItem): number => (item.plannedMinutes + item.extendedMinutes) * 60_000

/** Time used on an item until `now`, the running clock included. */
export function spentMsUntil(meeting: Meeting, item: AgendaItem, now: number): number {
  const isTimed = item.id === meeting.currentItemId && meeting.timebox.state === 'running'
  return isTimed && meeting.timebox.state === 'running'
    ? item.spentMs + Math.max(0, now - meeting.timebox.runningSince)
    : item.spentMs
}

/** When the meeting ends if every item still ahead takes what it is allotted. Null while no clock runs. */
export function projectedEnd(meeting: Meeting, now: number): number | null {
  if (meeting.status !== 'live') return null
  const from = meeting.agenda.findIndex((item) => item.id === meeting.currentItemId)
  const ahead = meeting.agenda.slice(from).filter((item) => !item.skipped)
  return ahead.reduce(
    (end, item) => end + Math.max(0, allottedMs(item) - spentMsUntil(meeting, item, now)),
    now,
  )
}

export const plannedMinutesOf = (meeting: Pick<Meeting, 'agenda'>): number =>
  meeting.agenda.reduce((sum, item) => sum + (item.skipped ? 0 : item.plannedMinutes), 0)

/** The same agenda with one item somewhere else; `afterItemId` null means first. */
export function withItemAfter(
  agenda: AgendaItem[],
  item: AgendaItem,
  afterItemId: AgendaItemId | null,
): AgendaItem[] {
  const others = agenda.filter((other) => other.id !== item.id)
  const position = afterItemId === null ? 0 : others.findIndex((other) => other.id === afterItemId) + 1
  return [...others.slice(0, position), item, ...others.slice(position)]
}
