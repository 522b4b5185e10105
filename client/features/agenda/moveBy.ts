import type { AgendaItemId } from '../../../shared/ids.ts'
import type { MeetingCommand } from '../../../shared/meeting/commands.ts'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'

/** The command that moves an item one place up or down; null where there is no place to go. */
export function moveBy(
  agenda: readonly AgendaItem[],
  itemId: AgendaItemId,
  steps: -1 | 1,
): Extract<MeetingCommand, { type: 'moveAgendaItem' }> | null {
  const position = agenda.findIndex(({ id }) => id === itemId)
  const target = position + steps
  if (position === -1 || target < 0 || target >= agenda.length) return null
  const before = steps === 1 ? agenda[target] : agenda[target - 1]
  return { type: 'moveAgendaItem', itemId, afterItemId: before?.id ?? null }
}
