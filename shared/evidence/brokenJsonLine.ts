type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'more'

const token = /[ \t\r\n]*(?:([{}[\],:])|("|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y
const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y

/**
 * The line, counted from 1, where `text` stops being JSON; null if it never does. Engines name the place in words of
 * their own, and often not at all.
 */
export function brokenJsonLine(text: string): number | null {
  const open: string[] = []
  let expected: Expected | null = 'value'
  let at = 0
  while (!(expected === 'more' && open.length === 0)) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return lineAt(text, at)
    const end: number | null = found[2] === '"' ? endOfString(text, token.lastIndex) : token.lastIndex
    const mark: string = found[1] ?? (found[2] === '"' ? '"' : 'scalar')
    expected = after(expected, mark, open)
    if (end === null || expected === null) return lineAt(text, token.lastIndex - 1)
    at = end
  }
  const rest = text.slice(at).search(/[^ \t\r\n]/)
  return rest === -1 ? null : lineAt(text, at + rest)
}

/** What may stand after `mark`, or null if it may not stand here. Keeps in `open` which brackets are. */
function after(expected: Expected, mark: string, open: string[]): Expected | null {
  const closes = { '}': '{', ']': '[' }[mark]
  if (closes) {
    const mayEnd = expected === 'more' || expected === (closes === '{' ? 'keyOrEnd' : 'valueOrEnd')
    return mayEnd && open.pop() === closes ? 'more' : null
  }
  if (expected === 'key' || expected === 'keyOrEnd') return mark === '"' ? 'colon' : null
  if (expected === 'colon') return mark === ':' ? 'value' : null
  if (expected === 'more') return mark === ',' ? (open.at(-1) === '{' ? 'key' : 'value') : null
  if (mark === ',' || mark === ':') return null
  if (mark !== '{' && mark !== '[') return 'more'
  open.push(mark)
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

/** The line of the first thing at or after `at` that is not white space; the last line with text if nothing is. */
function lineAt(text: string, at: number): number {
  const rest = text.slice(at).search(/[^ \t\r\n]/)
  const place = rest === -1 ? text.trimEnd().length : at + rest
  return text.slice(0, place).split('\n').length
}
