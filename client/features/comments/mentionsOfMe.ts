import type { PersonId } from '../../../shared/ids.ts'
import type { CommentThread } from '../../../shared/wire/comments.ts'

/** Open threads that wait for this person: somebody mentioned them, and they have said nothing since. */
export const mentionsOfMe = (threads: readonly CommentThread[], me: PersonId): CommentThread[] =>
  threads.filter(({ comments, resolved }) => {
    const mentioned = comments.findLastIndex(
      ({ by, mentions }) => by.personId !== me && mentions.some(({ personId }) => personId === me),
    )
    const answered = comments.findLastIndex(({ by }) => by.personId === me)
    return resolved === null && mentioned > answered
  })
