import type { Clock } from '../../shared/clock.ts'
import type { EvidenceId, PostmortemId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { keepEvidenceEndpoint, listEvidenceEndpoint, noteTakenEndpoint } from '../../shared/wire/evidence.ts'
import { writerAsking } from '../collaboration/writerAsking.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { Refused } from '../http/problems.ts'
import type { Limits } from '../limits.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { hashInflated } from './hashInflated.ts'
import { addOriginal, findByHash, listOriginals, type NewOriginal, storedOf } from './originalRows.ts'
import { addTaken, listTaken } from './takenRows.ts'

type EvidenceDependencies = FindDependencies & { clock: Clock; limits: Limits; newId: () => EvidenceId }

/** Whoever may read a postmortem sees what it was made from; whoever may write its content brings more of it. */
export function evidenceRoutes(answer: AnswerEndpoint, dependencies: EvidenceDependencies): void {
  const { database, clock, limits, newId } = dependencies

  answer(listEvidenceEndpoint, ({ principal, params: { postmortemId } }) => {
    const reader = readerAsking(principal)
    if (!reader.ok) return reader
    if (!findPostmortem(dependencies, principal, postmortemId)) return refuse({ reason: 'noSuchMeeting' })
    return ok({ originals: listOriginals(database, postmortemId), taken: listTaken(database, postmortemId) })
  })

  answer(
    keepEvidenceEndpoint,
    async ({ principal, params: { postmortemId }, body: { deflated, readCount, maskedCount, ...named } }) => {
      const writer = writerAsking(dependencies, principal, postmortemId)
      if (!writer.ok) return writer
      const bytes = Buffer.from(deflated, 'base64')
      const looked = await hashInflated(bytes, limits.evidenceFileBytes)
      if (!looked.ok) return refuse(looked.problem === 'tooLarge' ? tooLarge(limits) : notDeflated)
      const counts = { readCount: readCount ?? null, maskedCount: maskedCount ?? null }
      const original = { postmortemId, ...named, ...counts, ...looked.value, deflated: bytes }
      return whenFree(database, () => {
        // It took a moment to look at it: whoever lost the right to write meanwhile adds nothing.
        const still = writerAsking(dependencies, principal, postmortemId)
        return still.ok ? keep({ ...original, by: still.value }) : still
      })
    },
    { mostBodyBytes: limits.evidenceUploadBytes },
  )

  answer(noteTakenEndpoint, ({ principal, params: { postmortemId, evidenceId }, body: { taken } }) => {
    const writer = writerAsking(dependencies, principal, postmortemId)
    if (!writer.ok) return writer
    if (!isHere(postmortemId, evidenceId)) return refuse({ reason: 'noSuchEvidence' })
    const note = { postmortemId, evidenceId, taken, by: writer.value, at: clock() }
    inTransaction(database, () => addTaken(database, note))
    return ok({})
  })

  function keep(
    original: Omit<NewOriginal, 'evidenceId' | 'at'>,
  ): Result<{ evidenceId: EvidenceId; isNew: boolean }, Refused> {
    const { postmortemId, hash, deflated, by, name } = original
    const before = findByHash(database, postmortemId, hash)
    if (before !== null) return ok({ evidenceId: before, isNew: false })
    const stored = storedOf(database, postmortemId)
    const isFull =
      stored.files >= limits.evidenceFiles || stored.bytes + deflated.length > limits.evidenceBytes
    if (isFull) return refuse({ reason: 'evidenceIsFull' })
    const evidenceId = newId()
    const at = clock()
    inTransaction(database, () => {
      addOriginal(database, { ...original, evidenceId, at })
      addAuditEntry(database, { at, action: 'evidenceAdded', by, postmortemId, subject: name })
    })
    return ok({ evidenceId, isNew: true })
  }

  const isHere = (postmortemId: PostmortemId, evidenceId: EvidenceId): boolean =>
    database
      .prepare('SELECT 1 FROM evidence_originals WHERE postmortem_id = ? AND evidence_id = ?')
      .get(postmortemId, evidenceId) !== undefined
}

const tooLarge = ({ evidenceFileBytes }: Limits): Refused => ({
  reason: 'tooLarge',
  details: [{ path: 'deflated', problem: `may unpack to ${Math.floor(evidenceFileBytes / 1024 ** 2)} MB` }],
})
const notDeflated: Refused = {
  reason: 'malformedRequest',
  details: [{ path: 'deflated', problem: 'must be a file that is not empty, deflated' }],
}
