import { findMoments } from '../writing/writtenMoments.ts'

/** A line that is a day and a time, and nothing else. */
function isMoment(line: string): boolean {
  const [moment] = findMoments(line)
  if (!moment?.date) return false
  return !/[\p{L}\d]/u.test(line.slice(0, moment.start) + line.slice(moment.end))
}

/**
 * Status pages put the time of an update below its words. The lines of such a text, each time above what it is of; any
 * other text as it is.
 */
export function timesAbove(lines: string[]): string[] {
  const isFilled = lines.map((line) => line.trim() !== '')
  const [first, last] = [isFilled.indexOf(true), isFilled.lastIndexOf(true)].map((at) => lines[at] ?? '')
  if (isMoment(first ?? '') || !isMoment(last ?? '')) return lines
  const isTime = lines.map(isMoment)
  if (isTime.filter(Boolean).length < 2) return lines
  const above: string[] = []
  let words: string[] = []
  for (const [position, line] of lines.entries()) {
    if (isTime[position]) {
      above.push(line, ...words)
      words = []
    } else if (isFilled[position]) words.push(line)
  }
  return [...above, ...words]
}
