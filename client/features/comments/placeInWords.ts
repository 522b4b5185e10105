import type * as Y from 'yjs'
import { readActionItems } from '../../../shared/content/actionItems.ts'
import { readCards } from '../../../shared/content/cards.ts'
import type { PlacedThread } from '../../../shared/content/placeThreads.ts'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import type { CommentAnchor } from '../../../shared/wire/comments.ts'
import { cardKindWords } from '../../room/cardKindWords.ts'

/** `Card in Facts`, `Event`, `Action 3`, `Notes on Timeline`: where a thread stands. */
export function placeInWords(
  doc: Y.Doc,
  meeting: Meeting,
  place: NonNullable<PlacedThread['place']>,
): string {
  switch (place.on) {
    case 'card': {
      const card = readCards(doc).find(({ id }) => id === place.id)
      return card ? `Card in ${cardKindWords[card.place.kind]}` : 'Card'
    }
    case 'event':
      return 'Event'
    case 'action':
      return `Action ${readActionItems(doc).findIndex(({ id }) => id === place.id) + 1}`
    case 'passage': {
      const { field } = place.passage
      if (field.in === 'prose') return field.id === 'summary' ? 'Summary' : 'Impact'
      const item = meeting.agenda.find(({ id }) => id === field.id)
      return item ? `Notes on ${item.title}` : 'Notes'
    }
  }
}

/** What is commented on, as a person would point at it. */
export const targetInWords = ({ on }: CommentAnchor): string => `this ${on}`
