// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text has not
const odd = /[\u0000-\u0008\u000e-\u001a\ufffd]/g

/** Pictures and programs have digits and colons in them, too, but much else that text has not. A note may hold a NUL or two. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, 4_000)
  const found = head.match(odd)?.length ?? 0
  return found * (found > 2 ? 20 : 8) > head.length
}
