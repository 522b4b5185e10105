import type { EvidenceDraft } from '../evidenceDraft.ts'
import type { EvidenceNote } from '../evidenceFormat.ts'
import type { EvidenceInput } from '../evidenceInput.ts'
import { listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { slackMessagesIn } from './slackMessagesIn.ts'

/** What Slack has and this file has not. */
export function slackGaps(input: EvidenceInput, drafts: readonly EvidenceDraft[]): EvidenceNote[] {
  const answers = input.documents.flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
  const isLast = answers.some((answer) => valueAt(answer, 'has_more') === false)
  const hasMore = answers.some(
    (answer) =>
      valueAt(answer, 'has_more') === true ||
      wordsOf(valueAt(answer, 'response_metadata', 'next_cursor')) !== null,
  )
  const more = 'Slack has more messages than this answer of its API holds. Export the next pages as well.'
  const missing = missingReplies(input, drafts)
  return [
    ...(hasMore && !isLast ? [{ about: 'incomplete' as const, note: more }] : []),
    ...(missing > 0
      ? [{ about: 'incomplete' as const, note: `Replies in threads (${missing}) are not in this file.` }]
      : []),
  ]
}

/** Only of a file that stands alone: in an export, replies stand in the file of their own day. */
function missingReplies(input: EvidenceInput, drafts: readonly EvidenceDraft[]): number {
  if (input.beside.length > 1) return 0
  const have = new Map<string, number>()
  for (const { thread, nativeId } of drafts) {
    if (thread !== null && thread !== nativeId) have.set(thread, (have.get(thread) ?? 0) + 1)
  }
  const roots = input.documents.flatMap(({ value }) => slackMessagesIn(value) ?? [])
  return roots.reduce((sum, { message }) => {
    const told = Math.max(Number(message.reply_count) || 0, listOf(message.replies).length)
    return sum + Math.max(0, told - (have.get(wordsOf(message.ts) ?? '') ?? 0))
  }, 0)
}
