import { Worker } from 'node:worker_threads'
import type { LogThread, StartLogThread } from './contentLog.ts'
import type { WorkerAnswer } from './contentLogWorker.ts'

/** The real thread, with its own connection to the database file. */
export const startContentLogThread =
  (databasePath: string): StartLogThread =>
  ({ onAnswer, onGone }): LogThread => {
    const worker = new Worker(new URL('./contentLogWorker.ts', import.meta.url), {
      workerData: { databasePath },
    })
    let isStopping = false
    let fault: unknown = new Error('The thread that stores content ended.')
    worker.on('message', (message: WorkerAnswer | object) => {
      // Under `node --watch` the thread also tells, by the same channel, which files it has loaded.
      if ('type' in message) onAnswer(message)
    })
    worker.on('error', (error) => {
      fault = error
    })
    const ended = new Promise<void>((resolve) =>
      worker.on('exit', () => {
        resolve()
        if (!isStopping) onGone(fault)
      }),
    )
    return {
      post: (request) => worker.postMessage(request),
      stop: () => {
        isStopping = true
        worker.postMessage({ type: 'stop' })
        return ended
      },
    }
  }
