import type { DatabaseSync } from 'node:sqlite'
import type { CommentId, PersonId, PostmortemId, ThreadId } from '../../shared/ids.ts'
import type { CommentAnchor } from '../../shared/wire/comments.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { inTransaction } from '../storage/inTransaction.ts'

export type Written = { text: string; mentions: readonly PersonId[] }
type ThreadKey = { postmortemId: PostmortemId; threadId: ThreadId }
type CommentKey = { postmortemId: PostmortemId; commentId: CommentId }
type NewComment = ThreadKey & { commentId: CommentId; by: PersonId; at: number } & Written

export const countComments = (database: DatabaseSync, postmortemId: PostmortemId): number =>
  Number(
    database.prepare('SELECT count(*) AS count FROM comments WHERE postmortem_id = ?').get(postmortemId)
      ?.count,
  )

/** Asked for once more, it is the same thread: nothing is said twice. */
export function addThread(
  database: DatabaseSync,
  thread: NewComment & { anchor: CommentAnchor; quote: string },
): void {
  const { postmortemId, threadId, anchor, quote, at } = thread
  inTransaction(database, () => {
    const added = database
      .prepare(
        `INSERT OR IGNORE INTO comment_threads (postmortem_id, thread_id, anchor, quote, started_at)
         VALUES (?, ?, ?, ?, ?)`,
      )
      .run(postmortemId, threadId, JSON.stringify(anchor), quote, at)
    if (added.changes > 0) addComment(database, thread)
  })
}

/** False if the thread is gone. */
export function addReply(database: DatabaseSync, reply: NewComment): boolean {
  const { postmortemId, threadId } = reply
  return inTransaction(database, () => {
    const isThere = database
      .prepare('SELECT 1 FROM comment_threads WHERE postmortem_id = ? AND thread_id = ?')
      .get(postmortemId, threadId)
    if (!isThere) return false
    if (addComment(database, reply)) resolveThread(database, { postmortemId, threadId }, null)
    return true
  })
}

function addComment(database: DatabaseSync, comment: NewComment): boolean {
  const { postmortemId, commentId, threadId, by, at, text, mentions } = comment
  const added = database
    .prepare(
      `INSERT OR IGNORE INTO comments (postmortem_id, comment_id, thread_id, person_id, at, text, mentions)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(postmortemId, commentId, threadId, by, at, text, JSON.stringify(mentions))
  return added.changes > 0
}

/** Null opens it again. False if the thread is gone. */
export function resolveThread(
  database: DatabaseSync,
  { postmortemId, threadId }: ThreadKey,
  resolved: { by: PersonId; at: number } | null,
): boolean {
  const changed = database
    .prepare(
      'UPDATE comment_threads SET resolved_by = ?, resolved_at = ? WHERE postmortem_id = ? AND thread_id = ?',
    )
    .run(resolved?.by ?? null, resolved?.at ?? null, postmortemId, threadId)
  return changed.changes > 0
}

/** False if it was deleted, or somebody else wrote it. */
export function editComment(
  database: DatabaseSync,
  { postmortemId, commentId }: CommentKey,
  { by, at, text, mentions }: Written & { by: PersonId; at: number },
): boolean {
  const changed = database
    .prepare(
      `UPDATE comments SET text = ?, mentions = ?, edited_at = ?
       WHERE postmortem_id = ? AND comment_id = ? AND person_id = ? AND deleted_at IS NULL`,
    )
    .run(text, JSON.stringify(mentions), at, postmortemId, commentId, by)
  return changed.changes > 0
}

/** Its words are gone, and what stays says who took them. False if it was deleted before. */
export function removeComment(
  database: DatabaseSync,
  { postmortemId, commentId }: CommentKey,
  { by, at }: { by: PersonId; at: number },
): boolean {
  return inTransaction(database, () => {
    const emptied = database
      .prepare(
        `UPDATE comments SET text = '', mentions = '[]', deleted_at = ?, removed_by = ?
         WHERE postmortem_id = ? AND comment_id = ? AND deleted_at IS NULL
         RETURNING (SELECT name FROM people WHERE people.person_id = comments.person_id) AS name`,
      )
      .get(at, by, postmortemId, commentId)
    if (!emptied) return false
    const subject = String(emptied.name ?? '')
    addAuditEntry(database, { at, action: 'commentRemoved', by, postmortemId, subject })
    return true
  })
}

/**
 * Its words are gone. That there was one is told only where somebody wrote below it, and a thread in which nobody says
 * anything any more goes as a whole. False if it was deleted before, or somebody else wrote it.
 */
export function deleteComment(
  database: DatabaseSync,
  { postmortemId, commentId }: CommentKey,
  { by, at }: { by: PersonId; at: number },
): boolean {
  return inTransaction(database, () => {
    const emptied = database
      .prepare(
        `UPDATE comments SET text = '', mentions = '[]', deleted_at = ?
         WHERE postmortem_id = ? AND comment_id = ? AND person_id = ? AND deleted_at IS NULL
         RETURNING thread_id`,
      )
      .get(at, postmortemId, commentId, by)
    if (!emptied) return false
    const thread = { postmortemId, threadId: String(emptied.thread_id) }
    database
      .prepare(
        `DELETE FROM comments WHERE postmortem_id = :postmortemId AND thread_id = :threadId AND number > coalesce(
           (SELECT max(number) FROM comments
            WHERE postmortem_id = :postmortemId AND thread_id = :threadId
              AND (deleted_at IS NULL OR removed_by IS NOT NULL)), 0)`,
      )
      .run(thread)
    database
      .prepare(
        `DELETE FROM comment_threads WHERE postmortem_id = :postmortemId AND thread_id = :threadId
         AND NOT EXISTS (SELECT 1 FROM comments WHERE postmortem_id = :postmortemId AND thread_id = :threadId)`,
      )
      .run(thread)
    return true
  })
}
