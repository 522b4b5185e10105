import type { PostmortemId } from '../../shared/ids.ts'
import type { ContentChangeBy } from '../history/changeRows.ts'
import type { CheckpointContent } from '../history/checkpointRows.ts'
import type { Metrics } from '../operating/metrics.ts'
import type { WorkerAnswer, WorkerRequest } from './contentLogWorker.ts'
import type {
  ContentBatch,
  ContentSnapshot,
  ContentUpdate,
  ContentWriter,
  ListedIncident,
} from './contentRows.ts'
import { CLOSE_DEADLINE_MS, COMMIT_FLOOR_MS, GIVE_WAY_MS, RETRY_FIRST_MS, RETRY_MOST_MS } from './pace.ts'

/** A thread that commits. `onGone` tells that it died by itself. */
export type LogThread = { post: (request: WorkerRequest) => void; stop: () => Promise<void> }
export type StartLogThread = (heard: {
  onAnswer: (answer: WorkerAnswer) => void
  onGone: (error: unknown) => void
}) => LogThread

export type ContentLog = {
  append: (update: ContentUpdate) => void
  claim: (writer: ContentWriter) => void
  noteChange: (change: ContentChangeBy) => void
  /** Reaches the disk together with the change that made it so. */
  list: (incident: ListedIncident) => void
  /** Reaches the disk after everything appended so far. */
  keepCheckpoint: (checkpoint: CheckpointContent) => void
  compact: (snapshot: ContentSnapshot) => void
  /** Calls back, perhaps at once, when everything appended to this document so far is on disk. */
  whenStored: (postmortemId: PostmortemId, stored: () => void) => void
  /** The documents with changes that could not be written; empty while all is well. */
  troubled: () => ReadonlySet<PostmortemId>
  /** What is not on disk yet; `ms`: for how long the oldest of it has been waiting. */
  waiting: () => { changes: number; bytes: number; ms: number }
  /** Stores what is pending, but does not wait for a disk that never answers. */
  close: () => Promise<void>
}

type Batch = Extract<WorkerRequest, { type: 'store' }>

const emptyBatch = (): ContentBatch => ({
  updates: [],
  writers: [],
  changes: [],
  incidents: [],
  checkpoints: [],
})

/**
 * Group commit: while one batch is on its way to the disk, the next one gathers. A batch is kept until it is known to
 * be stored; after a failure, or when the thread dies, it is sent again unchanged.
 */
export function createContentLog({
  startThread,
  metrics,
  report,
  onTrouble,
}: {
  startThread: StartLogThread
  metrics: Pick<Metrics, 'stored' | 'notStored'>
  report: (error: unknown) => void
  /** Once per period of trouble. */
  onTrouble: () => void
}): ContentLog {
  let gathering = emptyBatch()
  /** `through` counts the appended updates up to and with this batch. */
  let underWay: { batch: Batch; through: number } | null = null
  let sentAt = Number.NEGATIVE_INFINITY
  let storedAt = Number.NEGATIVE_INFINITY
  let batches = 0
  let appended = 0
  let stored = 0
  /** Of every update that is not stored yet, in order; and their bytes. */
  const appendedAt: number[] = []
  let waitingBytes = 0
  let failures = 0
  let isTroubled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let isScheduled = false
  let isClosed = false
  /** By document: the number, among all appended, of its newest update. */
  const newestByDocument = new Map<PostmortemId, number>()
  let waiting: { through: number; stored: () => void }[] = []

  const onAnswer = (answer: WorkerAnswer) => {
    if (answer.type === 'notCompacted') {
      return report(new Error(`The content log was not compacted: ${answer.why}`))
    }
    if (answer.number !== underWay?.batch.number) return // the answer to a batch that was sent twice
    if (answer.type === 'failed') return failed(new Error(`Content could not be stored: ${answer.why}`))
    const now = performance.now()
    storedAt = now
    metrics.stored(appendedAt.splice(0, underWay.through - stored).map((at) => now - at))
    for (const { bytes } of underWay.batch.updates) waitingBytes -= bytes.length
    stored = underWay.through
    underWay = null
    failures = 0
    isTroubled = false
    const due = waiting.filter((waiter) => waiter.through <= stored)
    waiting = waiting.filter((waiter) => waiter.through > stored)
    for (const waiter of due) waiter.stored()
    if (hasGathered()) schedule()
  }
  const failed = (error: unknown) => {
    failures++
    metrics.notStored()
    if (failures === 1) report(error)
    if (!isTroubled && stored < appended) {
      isTroubled = true
      onTrouble()
    }
    later(sendAgain, Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** (failures - 1)))
  }
  const onGone = (error: unknown) => {
    thread = null
    if (!isClosed) failed(error)
  }
  let thread: LogThread | null = startThread({ onAnswer, onGone })

  const later = (work: () => void, delayMs: number) => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(work, delayMs)
  }
  const sendAgain = () => {
    thread ??= startThread({ onAnswer, onGone })
    if (underWay) thread.post(underWay.batch)
    else send()
  }
  const hasGathered = () => Object.values(gathering).some(({ length }) => length > 0)
  const send = () => {
    isScheduled = false
    if (underWay || !hasGathered() || !thread) return
    const batch: Batch = { type: 'store', number: ++batches, ...gathering }
    gathering = emptyBatch()
    underWay = { batch, through: appended }
    sentAt = performance.now()
    thread.post(batch)
  }
  const schedule = () => {
    if (isScheduled || underWay) return
    isScheduled = true
    const waitMs = Math.max(sentAt + COMMIT_FLOOR_MS, storedAt + GIVE_WAY_MS) - performance.now()
    if (waitMs <= 0) setImmediate(send)
    else later(send, waitMs)
  }
  const waitFor = (through: number, storedNow: () => void) => {
    if (through <= stored) storedNow()
    else waiting.push({ through, stored: storedNow })
  }

  const count = (postmortemId: PostmortemId) => {
    appendedAt.push(performance.now())
    newestByDocument.set(postmortemId, ++appended)
    schedule()
  }

  return {
    append: (update) => {
      gathering.updates.push(update)
      waitingBytes += update.bytes.length
      count(update.postmortemId)
    },
    claim: (writer) => {
      gathering.writers.push(writer)
      schedule()
    },
    noteChange: (change) => {
      gathering.changes.push(change)
      schedule()
    },
    list: (incident) => {
      const others = gathering.incidents.filter(({ postmortemId }) => postmortemId !== incident.postmortemId)
      gathering.incidents = [...others, incident]
      schedule()
    },
    keepCheckpoint: (checkpoint) => {
      gathering.checkpoints.push(checkpoint)
      count(checkpoint.postmortemId)
    },
    compact: (snapshot) => thread?.post({ type: 'compact', snapshot }),
    whenStored: (postmortemId, storedNow) => waitFor(newestByDocument.get(postmortemId) ?? 0, storedNow),
    troubled: () => {
      if (!isTroubled) return new Set()
      return new Set([...newestByDocument].filter(([, newest]) => newest > stored).map(([id]) => id))
    },
    waiting: () => ({
      changes: appended - stored,
      bytes: waitingBytes,
      ms: performance.now() - (appendedAt[0] ?? performance.now()),
    }),
    close: async () => {
      await new Promise<void>((resolve) => {
        const deadline = setTimeout(resolve, CLOSE_DEADLINE_MS)
        waitFor(appended, () => {
          clearTimeout(deadline)
          resolve()
        })
      })
      isClosed = true
      clearTimeout(timer)
      if (stored < appended)
        report(new Error(`${appended - stored} changes could not be stored before the end.`))
      await thread?.stop()
    },
  }
}
