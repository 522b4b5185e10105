type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'more'

/** A bracket that is open, and where the last whole thing in it ends. */
type Open = { bracket: '{' | '['; wholeUpTo: number | null }

/** A value from `from` to `end`, or one that stops being JSON at `brokenAt`. */
export type ScannedJson = { ok: true; end: number } | { ok: false; brokenAt: number; rescued: string | null }

const token = /[ \t\r\n]*(?:([{}[\],:])|("|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y
const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y

/**
 * Where the value that begins at `from` ends. One that is cut off or broken is rescued: as JSON of what stood whole
 * before, up to the last record of the outermost list, so that no half record is taken for a whole one.
 */
export function scanJson(text: string, from = 0): ScannedJson {
  const open: Open[] = []
  let expected: Expected | null = 'value'
  let at = from
  while (!(expected === 'more' && open.length === 0)) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return broken(at)
    const end: number | null = found[2] === '"' ? endOfString(text, token.lastIndex) : token.lastIndex
    const mark: string = found[1] ?? (found[2] === '"' ? '"' : 'scalar')
    expected = after(expected, mark, open)
    if (end === null || expected === null) return broken(token.lastIndex - 1)
    at = end
    const holder = open.at(-1)
    if (holder && expected === 'more') holder.wholeUpTo = at
  }
  return { ok: true, end: at }

  function broken(brokenAt: number): ScannedJson {
    return { ok: false, brokenAt, rescued: rescue(text, from, open) }
  }
}

function rescue(text: string, from: number, open: readonly Open[]): string | null {
  const list = open.findIndex(({ bracket, wholeUpTo }) => bracket === '[' && wholeUpTo !== null)
  const depth = Math.max(list, 0)
  const end = open[depth]?.wholeUpTo ?? null
  if (end === null) return null
  const closing = open.slice(0, depth + 1).map(({ bracket }) => (bracket === '{' ? '}' : ']'))
  return text.slice(from, end) + closing.reverse().join('')
}

/** What may stand after `mark`, or null if it may not stand here. Keeps in `open` which brackets are. */
function after(expected: Expected, mark: string, open: Open[]): Expected | null {
  const closes = { '}': '{', ']': '[' }[mark]
  if (closes) {
    const mayEnd = expected === 'more' || expected === (closes === '{' ? 'keyOrEnd' : 'valueOrEnd')
    if (!mayEnd || open.at(-1)?.bracket !== closes) return null
    open.pop()
    return 'more'
  }
  if (expected === 'key' || expected === 'keyOrEnd') return mark === '"' ? 'colon' : null
  if (expected === 'colon') return mark === ':' ? 'value' : null
  if (expected === 'more') return mark === ',' ? (open.at(-1)?.bracket === '{' ? 'key' : 'value') : null
  if (mark === ',' || mark === ':') return null
  if (mark !== '{' && mark !== '[') return 'more'
  open.push({ bracket: mark, wholeUpTo: null })
  return mark === '{' ? 'keyOrEnd' : 'valueOrEnd'
}

/** Where the string that began before `from` ends; null if it breaks off. */
function endOfString(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') return at + 1
    if (character < ' ') return null
    if (character !== '\\') continue
    escaped.lastIndex = at + 1
    if (!escaped.test(text)) return null
    at = escaped.lastIndex - 1
  }
  return null
}
