import { findDay, findMoments } from '../writing/writtenMoments.ts'
import { zoneIn } from '../zoneWords.ts'

const isTimeName = /^\W*(?:time|when|timestamp|date|zeit|uhrzeit|datum|heure|hora|fecha|tijd|at)\b/i

export type MarkdownRow =
  | { kind: 'rule' }
  | { kind: 'header'; zone: string | null }
  /** `time` is the cells that hold day and clock, `words` the others. */
  | { kind: 'row'; time: string; words: string }

/** A line of a table in Markdown; null if it is none. */
export function markdownRow(line: string): MarkdownRow | null {
  const text = line.trim()
  if (!text.startsWith('|')) return null
  const cells = text
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
  if (cells.every((cell) => /^:?-*:?$/.test(cell))) return { kind: 'rule' }
  const first = cells.findIndex((cell) => findMoments(cell).length > 0)
  const named = cells.find((cell) => isTimeName.test(cell))
  if (named !== undefined && first === -1) return { kind: 'header', zone: zoneIn(named) }
  const isDayBefore =
    first > 0 && findDay(cells[first - 1] ?? '') !== null && findMoments(cells[first] ?? '')[0]?.date === null
  const from = isDayBefore ? first - 1 : first
  const time = first === -1 ? '' : cells.slice(from, first + 1).join(' ')
  const words = cells.filter((cell, at) => cell !== '' && (at < from || at > first))
  return { kind: 'row', time, words: words.join(' – ') }
}
