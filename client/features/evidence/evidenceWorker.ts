import { createEvidenceDesk } from './evidenceDesk.ts'
import type { EvidenceAsk } from './evidenceMessages.ts'

const answer = createEvidenceDesk((told) => self.postMessage(told))
let last: Promise<void> = Promise.resolve()

// One after the other: what was asked later builds on what was read before.
self.addEventListener('message', ({ data }: MessageEvent<EvidenceAsk>) => {
  last = last.then(() => answer(data))
})
