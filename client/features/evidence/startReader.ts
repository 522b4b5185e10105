import type { EvidenceAsk, EvidenceTold } from './evidenceMessages.ts'

/** Reads evidence off the page's own thread. Stopping it is how a reading is called off, wherever it is. */
export type EvidenceReader = { ask: (asked: EvidenceAsk) => void; stop: () => void }
export type StartReader = (onTold: (told: EvidenceTold) => void) => EvidenceReader

export const startReader: StartReader = (onTold) => {
  const worker = new Worker(new URL('./evidenceWorker.ts', import.meta.url), { type: 'module' })
  let run = 0
  worker.addEventListener('message', ({ data }: MessageEvent<EvidenceTold>) => onTold(data))
  // Out of memory, or a file of an older build that is not there any more.
  worker.addEventListener('error', () => onTold({ run, told: 'failed' }))
  return {
    ask: (asked) => {
      run = asked.run
      worker.postMessage(asked)
    },
    stop: () => worker.terminate(),
  }
}
