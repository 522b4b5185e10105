/** Speech to screen readers comes in turns of two seconds; what piles up meanwhile is said together. */
export const SPEECH_GAP_MS = 2_000

export type Urgency = 'polite' | 'assertive'
type Region = { waiting: string[]; spoken: string; timer: ReturnType<typeof setTimeout> | undefined }

const regions: Record<Urgency, Region> = {
  polite: { waiting: [], spoken: '', timer: undefined },
  assertive: { waiting: [], spoken: '', timer: undefined },
}
const listeners = new Set<() => void>()

/** Reads a sentence aloud. `assertive` interrupts: only for what a person must hear now, like having the floor. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  const region = regions[urgency]
  if (text === '' || region.waiting.includes(text)) return
  region.waiting.push(text)
  region.timer ??= setTimeout(() => speak(region), 0) // after this turn, so that one change speaks once
}

function speak(region: Region) {
  const sentences = region.waiting.splice(0).map((text) => (/[.?!…]$/.test(text) ? text : `${text}.`))
  const text = sentences.join(' ')
  // A region that keeps its text stays silent, so the same words need one invisible difference.
  region.spoken = text !== '' && text === region.spoken ? `${text}\u00a0` : text
  for (const changed of [...listeners]) changed()
  region.timer = text === '' ? undefined : setTimeout(() => speak(region), SPEECH_GAP_MS)
}

export const spokenNow = (urgency: Urgency): string => regions[urgency].spoken

export function subscribeToSpeech(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
