import { findDay, findMoments, momentHere } from '../writing/writtenMoments.ts'
import { zoneIn } from '../zoneWords.ts'

const isTimeName =
  /^\W*(?:\p{L}+ )?(?:time|when|timestamp|date|zeit|uhrzeit|datum|heure|hora|fecha|tijd|at)\b/iu

/** A column that its name says holds times, and the zone of its clocks if the name says that, too. */
export type TimeColumn = { column: number; zone: string | null }

export type MarkdownRow =
  | { kind: 'rule' }
  | { kind: 'header'; times: TimeColumn[] }
  /** `time` is the cells that hold day and clock, `words` the others. */
  | { kind: 'row'; time: string; words: string }
  /** `isMore` where the first cell is empty, so that it goes on with the row above. */
  | { kind: 'untimed'; isMore: boolean; words: string }

/** A line of a table in Markdown, below a header with `times`; null if it is none. */
export function markdownRow(line: string, times: readonly TimeColumn[]): MarkdownRow | null {
  const text = line.trim()
  if (!text.startsWith('|')) return null
  const cells = text
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
  if (cells.every((cell) => /^:?-*:?$/.test(cell))) return { kind: 'rule' }
  const holdsTime = (column: number) => hasTime(cells[column] ?? '')
  const named = cells.flatMap((cell, column) => (isTimeHead(cell) ? { column, zone: zoneIn(cell) } : []))
  const anywhere = cells.findIndex((_, column) => holdsTime(column))
  if (named.length > 0 && anywhere === -1) return { kind: 'header', times: named }
  const zoned = times.find(({ column, zone }) => zone !== null && holdsTime(column))?.column
  const first = zoned ?? anywhere
  if (first === -1) return { kind: 'untimed', isMore: cells[0] === '', words: inWords(cells) }
  const isDayBefore =
    first > 0 && findDay(cells[first - 1] ?? '') !== null && findMoments(cells[first] ?? '')[0]?.date === null
  const from = isDayBefore ? first - 1 : first
  const isOtherTime = (column: number) =>
    times.some((time) => time.column === column) && isTimeOnly(cells[column] ?? '')
  const words = cells.filter((_, column) => (column < from || column > first) && !isOtherTime(column))
  return { kind: 'row', time: cells.slice(from, first + 1).join(' '), words: inWords(words) }
}

const inWords = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join(' – ')

const isTimeHead = (cell: string): boolean =>
  isTimeName.test(cell) || zoneIn(cell) === cell.replace(/^\W+|\W+$/g, '')

/** `11.50` is a time in a cell that holds nothing else. */
const hasTime = (cell: string): boolean =>
  findMoments(cell).length > 0 || (/^\W*\d{1,2}\.\d\d\W*$/.test(cell) && momentHere(cell) !== null)

/** The same time on other clocks is said once. */
const isTimeOnly = (cell: string): boolean => {
  const [moment] = findMoments(cell)
  return moment !== undefined && !/[\p{L}\d]/u.test(cell.slice(0, moment.start) + cell.slice(moment.end))
}
