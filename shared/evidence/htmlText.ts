const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  rarr: '→',
}

const newLine = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'ul',
  'ol',
  'table',
  'blockquote',
  'pre',
  'codeblock',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/** Stands between two cells, or two paragraphs of one, until it becomes a blank. */
const CELL = '\ue000'
const betweenCells = /\s?\ue000[\s\ue000]*/g

/**
 * The words of HTML a tool wrote: paragraphs, rows and list items on lines of their own, pictures as what they stand
 * for. Tags go before entities are read, once: `&lt;script&gt;` is words someone wrote, and stays words.
 */
export function htmlText(html: string): string {
  let isInCell = false
  return html
    .replace(/<(?:script|style)\b[^<>]*>[^<]*/gi, '')
    .replace(/<!--[^<>]*>/g, '')
    .replace(/<(\/?)([a-z][a-z\d]*)(?![a-z\d])([^<>]*)>/gi, (_tag, closes, name, rest) => {
      const tag = name.toLowerCase()
      if (tag === 'td' || tag === 'th') isInCell = closes === ''
      if (tag === 'tr' || tag === 'table') isInCell = false
      return isInCell && newLine.has(tag) ? CELL : inPlaceOf(tag, closes !== '', rest)
    })
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .split('\n')
    .map((line) => line.replace(betweenCells, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function inPlaceOf(tag: string, closes: boolean, rest: string): string {
  if (tag === 'img' || tag === 'emoji') return /\balt="([^"]*)"/i.exec(rest)?.[1] ?? ''
  if (tag === 'li' && !closes) return '\n- '
  if (tag === 'td' || tag === 'th') return closes ? CELL : ''
  return newLine.has(tag) ? '\n' : ''
}
