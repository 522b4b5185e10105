import * as z from 'zod/mini'
import {
  actionItemId,
  agendaItemId,
  cardId,
  commentId,
  personId,
  postmortemId,
  threadId,
  timelineEventId,
} from '../ids.ts'
import { endpoint } from './endpoint.ts'
import { person } from './people.ts'

/** A text people write together that is no record: the notes of an agenda item, or one of the report's own texts. */
export const passageField = z.discriminatedUnion('in', [
  z.object({ in: z.literal('notes'), id: agendaItemId }),
  z.object({ in: z.literal('prose'), id: z.enum(['summary', 'impact']) }),
])
export type PassageField = z.infer<typeof passageField>

export const MOST_QUOTE = 1_000
/** In UTF-16 units, like every length here. */
export const MOST_COMMENT = 2_000
/** Of one postmortem, deleted ones that still stand there included. */
export const MOST_COMMENTS = 2_000
export const MOST_MENTIONS = 20

/** Control characters, turned directions and halves of characters: nothing anyone sees, and nothing anyone means. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]/gu
/** What was written, without what nobody can see. */
export const seenText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '')

const quote = z.string().check(z.maxLength(MOST_QUOTE), z.overwrite(seenText))

/** Base64 of an encoded Yjs relative position. */
const relativePosition = z.string().check(z.maxLength(400), z.regex(/^[0-9A-Za-z+/]+={0,2}$/))

export const commentAnchor = z.discriminatedUnion('on', [
  z.object({ on: z.literal('card'), id: cardId }),
  z.object({ on: z.literal('event'), id: timelineEventId }),
  z.object({ on: z.literal('action'), id: actionItemId }),
  z.object({
    on: z.literal('passage'),
    field: passageField,
    start: relativePosition,
    end: relativePosition,
    quote: z.string().check(z.minLength(1), z.maxLength(MOST_QUOTE)),
  }),
])
export type CommentAnchor = z.infer<typeof commentAnchor>
export type PassageAnchor = Extract<CommentAnchor, { on: 'passage' }>

export const comment = z.object({
  commentId,
  by: person,
  at: z.number(),
  /** Null for a deleted one, which stands there only because others wrote below it, and for a removed one. */
  text: z.nullable(z.string()),
  /** Who facilitated and took it away; null for one its author deleted. */
  removedBy: z._default(z.nullable(person), null),
  /** Who is mentioned in it, each as `@` and the name. */
  mentions: z.array(person),
  editedAt: z.nullable(z.number()),
})
export type Comment = z.infer<typeof comment>

export const commentThread = z.object({
  threadId,
  anchor: commentAnchor,
  /** What stood there when the thread was started; what is there now is in the document. */
  quote: z.string(),
  resolved: z.nullable(z.object({ by: person, at: z.number() })),
  /** The oldest first; never empty. */
  comments: z.array(comment),
})
export type CommentThread = z.infer<typeof commentThread>

const written = {
  text: z
    .string()
    .check(
      z.maxLength(MOST_COMMENT, 'A comment has up to 2,000 characters.'),
      z.overwrite(seenText),
      z.trim(),
      z.minLength(1, 'Write something first.'),
    ),
  mentions: z.array(personId).check(z.maxLength(MOST_MENTIONS, 'A comment mentions up to 20 people.')),
}
const nothing = z.object({})

/** For whoever may read the postmortem; in the order they were started. */
export const listCommentsEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/comments',
  params: z.object({ postmortemId }),
  body: z.undefined(),
  answer: z.object({ threads: z.array(commentThread) }),
})

/** The ids come from the browser, so that asking once more when no answer came does not say it twice. */
export const startThreadEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/threads',
  params: z.object({ postmortemId }),
  body: z.strictObject({ threadId, commentId, anchor: commentAnchor, quote, ...written }),
  answer: nothing,
})

const byThread = z.object({ postmortemId, threadId })

/** Opens a resolved thread again: whoever answers has not finished with it. */
export const replyEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/threads/:threadId/replies',
  params: byThread,
  body: z.strictObject({ commentId, ...written }),
  answer: nothing,
})

export const resolveThreadEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/threads/:threadId/resolve',
  params: byThread,
  body: z.strictObject({ isResolved: z.boolean() }),
  answer: nothing,
})

const byComment = z.object({ postmortemId, commentId })

export const editCommentEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/comments/:commentId/edit',
  params: byComment,
  body: z.strictObject(written),
  answer: nothing,
})

/** Its words are gone for good. One's own leaves no trace; one that a facilitator removes says that they did. */
export const deleteCommentEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/comments/:commentId/delete',
  params: byComment,
  body: z.undefined(),
  answer: nothing,
})
