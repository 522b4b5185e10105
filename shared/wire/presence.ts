import * as z from 'zod/mini'
import { actionItemId, agendaItemId, cardId, personId, timelineEventId } from '../ids.ts'

/** What someone is at: a card, a timeline event, an action, the notes of an agenda item or a text of the report. */
export const presencePlace = z.discriminatedUnion('in', [
  z.object({ in: z.literal('card'), id: cardId }),
  z.object({ in: z.literal('timelineEvent'), id: timelineEventId }),
  z.object({ in: z.literal('action'), id: actionItemId }),
  z.object({ in: z.literal('notes'), id: agendaItemId }),
  z.object({ in: z.literal('prose'), id: z.enum(['summary', 'impact']) }),
])
export type PresencePlace = z.infer<typeof presencePlace>

/** Who is connected. Written by the server over whatever the browser sent: a name is never believed. */
export const presentPerson = z.object({
  personId,
  name: z.string(),
  /** 1 to 8, by order of joining; a colour never stands alone, the name is beside it. */
  colour: z.int().check(z.minimum(1), z.maximum(8)),
})
export type PresentPerson = z.infer<typeof presentPerson>

/** One browser's presence on the presence document. Never stored. */
export const presence = z.object({
  person: presentPerson,
  editing: z.nullish(presencePlace),
  /** Where the caret stands in `editing`: a Yjs relative position as JSON, and when it last moved. */
  caret: z.nullish(z.object({ position: z.unknown(), movedAt: z.number() })),
  /** The card being dragged; its place in the document changes once, on drop. */
  dragging: z.nullish(cardId),
})
export type Presence = z.infer<typeof presence>

export const MOST_PRESENCE_BYTES = 4_096
