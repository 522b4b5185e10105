import type { Given, Packed } from './packGiven.ts'

export type Pack = (given: Given, signal: AbortSignal) => Promise<Packed | null>

/** Off the page’s own thread. Rejects where the worker breaks: out of memory, or a file of an older build. */
export const packInWorker: Pack = (given, signal) =>
  new Promise((done, failed) => {
    const worker = new Worker(new URL('./packWorker.ts', import.meta.url), { type: 'module' })
    const stop = () => worker.terminate()
    worker.addEventListener('message', ({ data }: MessageEvent<Packed | null>) => {
      stop()
      done(data)
    })
    worker.addEventListener('error', () => {
      stop()
      failed(new Error('The worker stopped.'))
    })
    signal.addEventListener('abort', () => {
      stop()
      failed(signal.reason)
    })
    worker.postMessage(given)
  })
