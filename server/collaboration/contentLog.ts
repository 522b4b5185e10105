import type { PostmortemId } from '../../shared/ids.ts'
import type { WorkerAnswer, WorkerRequest } from './contentLogWorker.ts'
import type { ContentSnapshot, ContentUpdate, ContentWriter } from './contentRows.ts'
import { COMMIT_FLOOR_MS, RETRY_FIRST_MS, RETRY_MOST_MS } from './limits.ts'

/** A thread that commits. `onGone` tells that it died by itself; what it has not answered is sent to the next one. */
export type LogThread = { post: (request: WorkerRequest) => void; stop: () => Promise<void> }
export type StartLogThread = (heard: {
  onAnswer: (answer: WorkerAnswer) => void
  onGone: (error: unknown) => void
}) => LogThread

export type ContentLog = {
  append: (update: ContentUpdate) => void
  claim: (writer: ContentWriter) => void
  compact: (snapshot: ContentSnapshot) => void
  /** Calls back, perhaps at once, when everything appended to this document so far is on disk. */
  whenStored: (postmortemId: PostmortemId, stored: () => void) => void
  /** The documents with changes that could not be written; empty while all is well. */
  troubled: () => ReadonlySet<PostmortemId>
  close: () => Promise<void>
}

/**
 * Group commit: while one batch is on its way to the disk, the next one gathers. A batch is kept until it is known to
 * be stored; a failed one is sent again, unchanged, until it succeeds.
 */
export function createContentLog({
  startThread,
  report,
  onTrouble,
  onRecovered,
}: {
  startThread: StartLogThread
  report: (error: unknown) => void
  /** Once per period of trouble. */
  onTrouble: () => void
  onRecovered: () => void
}): ContentLog {
  let gathering: { updates: ContentUpdate[]; writers: ContentWriter[] } = { updates: [], writers: [] }
  let underWay: Extract<WorkerRequest, { type: 'store' }> | null = null
  let batches = 0
  let appended = 0
  let stored = 0
  let underWayThrough = 0
  let isScheduled = false
  let isClosed = false
  let failures = 0
  let sentAt = 0
  /** By document: the number, among all appended, of its newest update. */
  const newestByDocument = new Map<PostmortemId, number>()
  let waiting: { through: number; stored: () => void }[] = []

  const onAnswer = (answer: WorkerAnswer) => {
    if (answer.type === 'notCompacted')
      return report(new Error(`The content log was not compacted: ${answer.why}`))
    if (answer.number !== underWay?.number) return // an answer to what was sent twice
    if (answer.type === 'failed') return retry(new Error(`Content could not be stored: ${answer.why}`))
    underWay = null
    stored = underWayThrough
    if (failures > 0) onRecovered()
    failures = 0
    const due = waiting.filter(({ through }) => through <= stored)
    waiting = waiting.filter(({ through }) => through > stored)
    for (const waiter of due) waiter.stored()
    if (hasGathered()) setTimeout(send, Math.max(0, COMMIT_FLOOR_MS - (performance.now() - sentAt)))
  }
  const retry = (error: unknown) => {
    failures++
    if (failures === 1) {
      report(error)
      onTrouble()
    }
    setTimeout(sendAgain, Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** (failures - 1)))
  }
  const onGone = (error: unknown) => {
    if (isClosed) return
    report(error)
    thread = startThread({ onAnswer, onGone })
    if (underWay) retry(error)
  }
  let thread = startThread({ onAnswer, onGone })

  const hasGathered = () => gathering.updates.length > 0 || gathering.writers.length > 0
  const sendAgain = () => {
    if (underWay) thread.post(underWay)
  }
  const send = () => {
    isScheduled = false
    if (underWay || !hasGathered()) return
    underWay = { type: 'store', number: ++batches, ...gathering }
    underWayThrough = appended
    gathering = { updates: [], writers: [] }
    sentAt = performance.now()
    thread.post(underWay)
  }
  const schedule = () => {
    if (isScheduled || underWay) return
    isScheduled = true
    setImmediate(send)
  }
  const waitFor = (through: number, storedNow: () => void) => {
    if (through <= stored) return storedNow()
    waiting.push({ through, stored: storedNow })
  }

  return {
    append: (update) => {
      gathering.updates.push(update)
      newestByDocument.set(update.postmortemId, ++appended)
      schedule()
    },
    claim: (writer) => {
      gathering.writers.push(writer)
      schedule()
    },
    compact: (snapshot) => thread.post({ type: 'compact', snapshot }),
    whenStored: (postmortemId, storedNow) => waitFor(newestByDocument.get(postmortemId) ?? 0, storedNow),
    troubled: () => {
      if (failures === 0) return new Set()
      return new Set([...newestByDocument].filter(([, newest]) => newest > stored).map(([id]) => id))
    },
    close: async () => {
      await new Promise<void>((resolve) => waitFor(appended, resolve))
      isClosed = true
      await thread.stop()
    },
  }
}

export { seedContent } from './contentRows.ts'
