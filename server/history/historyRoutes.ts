import type { Clock } from '../../shared/clock.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import {
  type CheckpointOccasion,
  listCheckpointsEndpoint,
  makeCheckpointEndpoint,
  readCheckpointEndpoint,
  readWritersEndpoint,
} from '../../shared/wire/history.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { writerAsking } from '../collaboration/writerAsking.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { Refused } from '../http/problems.ts'
import type { Principal } from '../people/principal.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { readWritersSince } from './changeRows.ts'
import {
  addDueCheckpoint,
  countSavedByHand,
  findCheckpoint,
  listCheckpoints,
  readCheckpointContent,
} from './checkpointRows.ts'
import { createRestoreTurns } from './restoreTurns.ts'

/** Of one postmortem, so that nobody fills the disk by pressing a button. */
const MOST_SAVED_BY_HAND = 500

type HistoryDependencies = FindDependencies & { collaboration: Collaboration; clock: Clock }

/** Whoever may read a postmortem may look at its past; whoever may write its content may keep a state and go back to one. */
export function historyRoutes(answer: AnswerEndpoint, dependencies: HistoryDependencies): void {
  const { database, collaboration, clock } = dependencies
  const turns = createRestoreTurns(clock)

  answer(listCheckpointsEndpoint, ({ principal, params: { postmortemId } }) => {
    const refused = refuseReading(principal, postmortemId)
    return refused ?? ok({ checkpoints: listCheckpoints(database, postmortemId) })
  })

  answer(readCheckpointEndpoint, ({ principal, params: { postmortemId, number } }) => {
    const refused = refuseReading(principal, postmortemId)
    if (refused) return refused
    const checkpoint = findCheckpoint(database, postmortemId, number)
    if (!checkpoint) return refuse({ reason: 'noSuchCheckpoint' })
    const content = readCheckpointContent(database, { postmortemId, number })
    return content ? ok({ checkpoint, content }) : refuse({ reason: 'checkpointDamaged' })
  })

  answer(readWritersEndpoint, ({ principal, params: { postmortemId, number } }) => {
    const refused = refuseReading(principal, postmortemId)
    if (refused) return refused
    if (!findCheckpoint(database, postmortemId, number)) return refuse({ reason: 'noSuchCheckpoint' })
    return ok({ writers: readWritersSince(database, postmortemId, number) })
  })

  answer(makeCheckpointEndpoint, async ({ principal, params: { postmortemId }, body }) => {
    const writer = writerAsking(dependencies, principal, postmortemId)
    if (!writer.ok) return writer
    const occasion: CheckpointOccasion =
      body.for === 'keeping'
        ? { type: 'savedByHand', name: body.name }
        : { type: 'beforeRestore', number: body.number }
    if (body.for === 'keeping' && countSavedByHand(database, postmortemId) >= MOST_SAVED_BY_HAND)
      return refuse({ reason: 'historyIsFull' })
    if (body.for === 'restoring') {
      if (!findCheckpoint(database, postmortemId, body.number)) return refuse({ reason: 'noSuchCheckpoint' })
      if (!turns.take(postmortemId, writer.value)) return refuse({ reason: 'restoreUnderWay' })
    }
    const at = clock()
    const due = await whenFree(database, () =>
      inTransaction(database, () =>
        addDueCheckpoint(database, postmortemId, { occasion, by: writer.value, at }),
      ),
    )
    await collaboration.keepCheckpoint(due, at)
    const checkpoint = findCheckpoint(database, postmortemId, due.number)
    return checkpoint ? ok({ checkpoint }) : refuse({ reason: 'noSuchCheckpoint' })
  })

  /** Null for whoever may read the postmortem. */
  function refuseReading(principal: Principal | null, postmortemId: PostmortemId) {
    const reader = readerAsking(principal)
    if (!reader.ok) return reader
    return findPostmortem(dependencies, principal, postmortemId)
      ? null
      : refuse<Refused>({ reason: 'noSuchMeeting' })
  }
}
