import type { ActionItemId, CardId, TimelineEventId } from '../../../shared/ids.ts'
import type { CommentTarget } from '../../room/CommentsProvider.tsx'
import type { Room } from '../../room/room.ts'

/** The card, event or action that has the focus, or something in it; null elsewhere. */
export function focusedTarget(
  { cards, timeline, actionItems }: Room,
  focused: Element | null,
): CommentTarget | null {
  const row = focused?.closest<HTMLElement>('[data-card], [data-event], [data-action]')
  if (!row) return null
  const { card, event, action } = row.dataset
  // The rows write their own ids there.
  if (card !== undefined) {
    const quote = cards.read().find(({ id }) => id === card)?.text ?? ''
    return { anchor: { on: 'card', id: card as CardId }, quote }
  }
  if (event !== undefined) {
    const quote = timeline.read().find(({ id }) => id === event)?.text ?? ''
    return { anchor: { on: 'event', id: event as TimelineEventId }, quote }
  }
  const quote = actionItems.read().find(({ id }) => id === action)?.outcome ?? ''
  return { anchor: { on: 'action', id: action as ActionItemId }, quote }
}
