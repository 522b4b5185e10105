import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { inflate, type ZlibOptions } from 'node:zlib'
import type { Clock } from '../../shared/clock.ts'
import type { AttachedFileId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { keepFileEndpoint } from '../../shared/wire/attachments.ts'
import { writerAsking } from '../collaboration/writerAsking.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { Refused } from '../http/problems.ts'
import type { Limits } from '../limits.ts'
import type { FindDependencies } from '../postmortems/findPostmortem.ts'
import { whenFree } from '../storage/whenFree.ts'
import { checkFile } from './checkFile.ts'
import { addFile, findFileByHash, type NewFile, storedFilesOf } from './fileRows.ts'

type KeepDependencies = FindDependencies & {
  clock: Clock
  limits: Limits
  newId: () => AttachedFileId
  countFile: CountAttempt
}

/** Whoever may write the content sends the bytes of what they attach; the record that shows them is content. */
export function keepFileRoute(answer: AnswerEndpoint, dependencies: KeepDependencies): void {
  const { database, clock, limits, newId, countFile } = dependencies

  answer(
    keepFileEndpoint,
    async ({ principal, params: { postmortemId }, body: { name, deflated } }) => {
      const writer = writerAsking(dependencies, principal, postmortemId)
      if (!writer.ok) return writer
      const tooMany = await countFile(writer.value)
      if (tooMany) return refuse(tooMany)
      const bytes = Buffer.from(deflated, 'base64')
      const content = await inflated(bytes, limits.attachedFileBytes)
      if (!content.ok) return content
      const checked = checkFile(content.value, limits)
      if (!checked.ok) return checked
      const hash = createHash('sha256').update(content.value).digest()
      const file = { ...checked.value, postmortemId, name, size: content.value.length, hash, deflated: bytes }
      return whenFree(database, () => {
        // It took a moment to look at it: whoever lost the right to write meanwhile adds nothing.
        const still = writerAsking(dependencies, principal, postmortemId)
        if (!still.ok) return still
        const kept = keep({ ...file, by: still.value })
        return kept.ok ? ok({ ...checked.value, fileId: kept.value, size: file.size }) : kept
      })
    },
    { mostBodyBytes: limits.attachedUploadBytes },
  )

  function keep(file: Omit<NewFile, 'fileId' | 'at'>): Result<AttachedFileId, Refused> {
    const { postmortemId, hash, deflated } = file
    const before = findFileByHash(database, postmortemId, hash)
    if (before !== null) return ok(before)
    const stored = storedFilesOf(database, postmortemId)
    const isFull =
      stored.files >= limits.attachedFiles || stored.bytes + deflated.length > limits.attachedBytes
    if (isFull) return refuse({ reason: 'attachmentsAreFull' })
    const fileId = newId()
    addFile(database, { ...file, fileId, at: clock() })
    return ok(fileId)
  }
}

const inflating = promisify<Uint8Array, ZlibOptions, Buffer>(inflate)

/** A few bytes can unpack to gigabytes: it stops at `mostBytes`. */
async function inflated(bytes: Uint8Array, mostBytes: number): Promise<Result<Buffer, Refused>> {
  try {
    const content = await inflating(bytes, { maxOutputLength: mostBytes })
    return content.length > 0 ? ok(content) : refuse(notDeflated)
  } catch (error) {
    const isTooLarge = error instanceof RangeError // as Node says it of the limit
    return refuse(isTooLarge ? tooLarge(mostBytes) : notDeflated)
  }
}

const tooLarge = (mostBytes: number): Refused => ({
  reason: 'tooLarge',
  details: [{ path: 'deflated', problem: `may unpack to ${Math.floor(mostBytes / 1024 ** 2)} MB` }],
})
const notDeflated: Refused = {
  reason: 'malformedRequest',
  details: [{ path: 'deflated', problem: 'must be a file that is not empty, deflated' }],
}
