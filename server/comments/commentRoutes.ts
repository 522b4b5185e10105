import type { Clock } from '../../shared/clock.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import { can, roleOf } from '../../shared/meeting/capabilities.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import {
  deleteCommentEndpoint,
  editCommentEndpoint,
  listCommentsEndpoint,
  MOST_COMMENTS,
  replyEndpoint,
  resolveThreadEndpoint,
  startThreadEndpoint,
} from '../../shared/wire/comments.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { ProblemReason, Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { whenFree } from '../storage/whenFree.ts'
import { commenterAsking, refuseMentions } from './commenterAsking.ts'
import {
  addReply,
  addThread,
  countComments,
  deleteComment,
  editComment,
  removeComment,
  resolveThread,
} from './commentRows.ts'
import { readThreads } from './readThreads.ts'

type CommentDependencies = FindDependencies & {
  clock: Clock
  countComment: CountAttempt
  tellCommentsChanged: Collaboration['tellCommentsChanged']
}

/** Whoever may read a postmortem reads its comments; none of them is in the document. */
export function commentRoutes(answer: AnswerEndpoint, dependencies: CommentDependencies): void {
  const { database, clock, countComment, tellCommentsChanged } = dependencies

  answer(listCommentsEndpoint, ({ principal, params: { postmortemId } }) => {
    const reader = readerAsking(principal)
    if (!reader.ok) return reader
    if (!findPostmortem(dependencies, principal, postmortemId)) return refuse({ reason: 'noSuchMeeting' })
    return ok({ threads: readThreads(database, postmortemId) })
  })

  answer(startThreadEndpoint, ({ principal, params: { postmortemId }, body }) =>
    change({ principal, postmortemId, mentions: body.mentions, adds: true }, (by, at) => {
      addThread(database, { ...body, postmortemId, by, at })
      return null
    }),
  )

  answer(replyEndpoint, ({ principal, params, body }) =>
    change({ ...params, principal, mentions: body.mentions, adds: true }, (by, at) =>
      addReply(database, { ...params, ...body, by, at }) ? null : 'noSuchThread',
    ),
  )

  answer(resolveThreadEndpoint, ({ principal, params, body }) =>
    change({ ...params, principal }, (by, at) =>
      resolveThread(database, params, body.isResolved ? { by, at } : null) ? null : 'noSuchThread',
    ),
  )

  answer(editCommentEndpoint, ({ principal, params, body }) =>
    change({ ...params, principal, mentions: body.mentions }, (by, at) =>
      editComment(database, params, { ...body, by, at }) ? null : 'noSuchComment',
    ),
  )

  answer(deleteCommentEndpoint, ({ principal, params }) =>
    change({ ...params, principal }, (by, at, meeting) => {
      if (deleteComment(database, params, { by, at })) return null
      const moderates = can(roleOf(meeting, { as: 'person', personId: by }), 'moderateComments')
      return moderates && removeComment(database, params, { by, at }) ? null : 'noSuchComment'
    }),
  )

  type Change = {
    principal: Principal | null
    postmortemId: PostmortemId
    mentions?: readonly PersonId[]
    adds?: boolean
  }

  /** `work` answers why not, and null once it is done; whoever is in the room then hears of it. */
  async function change(
    { principal, postmortemId, mentions = [], adds = false }: Change,
    work: (by: PersonId, at: number, meeting: Meeting) => ProblemReason | null,
  ): Promise<Result<Record<string, never>, Refused>> {
    const tooMany = principal?.as === 'person' ? await countComment(principal.person.personId) : null
    if (tooMany) return refuse(tooMany)
    const refused = await whenFree(database, (): Refused | null => {
      const commenter = commenterAsking(dependencies, principal, postmortemId)
      if (!commenter.ok) return commenter.problem
      const { person, meeting } = commenter.value
      const unknown = refuseMentions(meeting, mentions)
      if (unknown) return unknown
      if (adds && countComments(database, postmortemId) >= MOST_COMMENTS) return { reason: 'commentsAreFull' }
      const reason = work(person.personId, clock(), meeting)
      return reason === null ? null : { reason }
    })
    if (refused) return refuse(refused)
    tellCommentsChanged(postmortemId)
    return ok({})
  }
}
