import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import * as z from 'zod/mini'
import { commentId, type PersonId, type PostmortemId, personId } from '../../shared/ids.ts'
import { type Comment, type CommentThread, commentAnchor, commentThread } from '../../shared/wire/comments.ts'
import type { Person } from '../../shared/wire/people.ts'

/** In the order they were started, everybody under the name they go by now. */
export function readThreads(database: DatabaseSync, postmortemId: PostmortemId): CommentThread[] {
  const personOf = namesIn(database)
  const comments = database
    .prepare('SELECT * FROM comments WHERE postmortem_id = ? ORDER BY number')
    .all(postmortemId)
  const commentsByThread = Map.groupBy(comments, ({ thread_id }) => thread_id)
  return database
    .prepare('SELECT * FROM comment_threads WHERE postmortem_id = ? ORDER BY started_at, thread_id')
    .all(postmortemId)
    .map((row) =>
      commentThread.parse({
        threadId: row.thread_id,
        anchor: commentAnchor.parse(JSON.parse(String(row.anchor))),
        quote: row.quote,
        resolved: row.resolved_by === null ? null : { by: personOf(row.resolved_by), at: row.resolved_at },
        comments: commentsByThread.get(row.thread_id)?.map((comment) => commentOf(comment, personOf)),
      }),
    )
}

function commentOf(row: Record<string, SQLOutputValue>, personOf: (id: unknown) => Person): Comment {
  const mentions = z.array(personId).parse(JSON.parse(String(row.mentions)))
  return {
    commentId: commentId.parse(row.comment_id),
    by: personOf(row.person_id),
    at: Number(row.at),
    text: row.deleted_at === null ? String(row.text) : null,
    removedBy: row.removed_by === null ? null : personOf(row.removed_by),
    mentions: mentions.map(personOf),
    editedAt: row.edited_at === null ? null : Number(row.edited_at),
  }
}

function namesIn(database: DatabaseSync): (id: unknown) => Person {
  const select = database.prepare('SELECT name FROM people WHERE person_id = ?')
  const known = new Map<PersonId, Person>()
  return (id) => {
    const found = personId.parse(id)
    const person = known.get(found) ?? { personId: found, name: String(select.get(found)?.name ?? '') }
    known.set(found, person)
    return person
  }
}
