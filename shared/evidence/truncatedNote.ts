import { noted, nothing, type PayloadRead } from './jsonFormat.ts'

/** `max_alerts` of a receiver keeps the rest of a large group out of the message. */
export function truncatedNote(count: unknown): PayloadRead {
  if (typeof count !== 'number' || count < 1) return nothing
  const left = count === 1 ? 'One alert' : `${count} alerts`
  return noted(
    'incomplete',
    `${left} of the group ${count === 1 ? 'is' : 'are'} not in this file: the sender cut it short.`,
  )
}
