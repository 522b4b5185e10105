import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { type ContentBatch, type ContentSnapshot, compactContent, storeBatch } from './contentRows.ts'

export type WorkerRequest =
  | ({ type: 'store'; number: number } & ContentBatch)
  | { type: 'compact'; snapshot: ContentSnapshot }
  | { type: 'stop' }

export type WorkerAnswer =
  | { type: 'stored'; number: number }
  | { type: 'failed'; number: number; why: string }
  | { type: 'notCompacted'; why: string }

/** Long enough for another writer's commit, short enough to tell people soon when the disk does not answer. */
const BUSY_TIMEOUT_MS = 1_000

const port = parentPort
if (!port) throw new Error('This file runs in a worker thread.')
// The thread is started by our own code only, with this very shape.
const { databasePath } = workerData as { databasePath: string }

const database = new DatabaseSync(databasePath)
database.exec(
  `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`,
)

const answer = (message: WorkerAnswer) => port.postMessage(message)
const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error))

port.on('message', (request: WorkerRequest) => {
  switch (request.type) {
    case 'store':
      try {
        storeBatch(database, request)
        return answer({ type: 'stored', number: request.number })
      } catch (error) {
        return answer({ type: 'failed', number: request.number, why: inWords(error) })
      }
    case 'compact':
      try {
        return compactContent(database, request.snapshot)
      } catch (error) {
        return answer({ type: 'notCompacted', why: inWords(error) })
      }
    case 'stop':
      database.close()
      port.close()
  }
})
