const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g
const END = '-----END'
/** Longest key that is looked for; a longer one is not one key. */
const MOST_KEY = 30_000

/**
 * Replaces each private key, also one that is cut off before its end: then what still looks like it goes. The line
 * breaks may be written as `\n`.
 */
export function maskPrivateKeys(text: string, masked: (found: string) => string): string {
  if (!text.includes('PRIVATE KEY')) return text
  let result = ''
  let done = 0
  let end = -1
  for (const { index, 0: head } of text.matchAll(begin)) {
    if (index < done) continue // inside of one that was masked
    const from = index + head.length
    // The place of an end is looked for once, or many beginnings before one end would take quadratic time.
    if (end !== Number.POSITIVE_INFINITY && end < from) {
      const next = text.indexOf(END, from)
      end = next < 0 ? Number.POSITIVE_INFINITY : next
    }
    const to = end - from <= MOST_KEY ? endOfLastLine(text, end) : endOfBase64(text, from)
    result += text.slice(done, index) + masked(text.slice(index, to))
    done = to
  }
  return result + text.slice(done)
}

function endOfLastLine(text: string, end: number): number {
  const close = /^-----END [A-Z0-9 ]{0,60}-----/.exec(text.slice(end, end + 100))
  return end + (close?.[0].length ?? END.length)
}

function endOfBase64(text: string, from: number): number {
  const rest = text.slice(from, from + MOST_KEY)
  const stop = rest.search(/[^A-Za-z0-9+/=\s\\:,-]/)
  return stop < 0 ? from + rest.length : from + stop
}
