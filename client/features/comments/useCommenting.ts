import type * as z from 'zod/mini'
import type { CommentId, PersonId, ThreadId } from '../../../shared/ids.ts'
import { refuse } from '../../../shared/result.ts'
import {
  deleteCommentEndpoint,
  editCommentEndpoint,
  MOST_QUOTE,
  replyEndpoint,
  resolveThreadEndpoint,
  startThreadEndpoint,
} from '../../../shared/wire/comments.ts'
import type { Endpoint } from '../../../shared/wire/endpoint.ts'
import type { Problem } from '../../../shared/wire/problem.ts'
import type { CommentTarget } from '../../room/CommentsProvider.tsx'
import { type ApiRequest, callApi } from '../../room/callApi.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useRefreshThreads } from '../../room/useThreads.ts'

const noConnection: Problem = {
  reason: 'noConnection',
  sentence:
    'Comments need the connection, and there is none right now. What you wrote stays here. Send it once it is back.',
}

export type Written = { commentId: CommentId; text: string; mentions: PersonId[] }

/** What can be asked of the comments. Whatever comes of it, the list is read again: at a no the page was behind. */
export function useCommenting() {
  const { postmortemId, connection } = useRoom()
  const refresh = useRefreshThreads()
  async function ask<Params extends z.ZodMiniType, Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
    endpoint: Endpoint<Params, Body, Answer>,
    request: ApiRequest<Params, Body>,
  ) {
    if (connection.get().is !== 'live') return refuse(noConnection)
    const answer = await callApi(endpoint, request)
    await refresh()
    return answer
  }
  return {
    start: ({ anchor, quote }: CommentTarget, threadId: ThreadId, written: Written) =>
      ask(startThreadEndpoint, {
        params: { postmortemId },
        body: { threadId, anchor, quote: quote.slice(0, MOST_QUOTE), ...written },
      }),
    reply: (threadId: ThreadId, written: Written) =>
      ask(replyEndpoint, { params: { postmortemId, threadId }, body: written }),
    edit: ({ commentId, text, mentions }: Written) =>
      ask(editCommentEndpoint, { params: { postmortemId, commentId }, body: { text, mentions } }),
    erase: (commentId: CommentId) => ask(deleteCommentEndpoint, { params: { postmortemId, commentId } }),
    resolve: (threadId: ThreadId, isResolved: boolean) =>
      ask(resolveThreadEndpoint, { params: { postmortemId, threadId }, body: { isResolved } }),
  }
}
