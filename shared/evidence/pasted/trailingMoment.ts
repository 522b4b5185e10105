import { findDay, findMoments, type WrittenMoment } from '../writing/writtenMoments.ts'
import { namesLength } from './namesLength.ts'
import { weekdayPattern } from './otherDay.ts'

export type TrailingMoment = { moment: WrittenMoment; written: string; words: string; isInBrackets: boolean }

const weekdayBehind = new RegExp(`\\s+${weekdayPattern}[.,]?\\s*$`, 'iu')
const MOST_WORDS = 120
const setApart = /(?:[([]|\s[–—-]|^[^:]{2,30}:)\s*$/
/** With a day alone behind it, this tells of that day. */
const happened =
  /^\W*(?:\p{L}+\s)?(?:detected|declared|mitigated|repaired|restored|fixed|resolved|closed|ended)(?:\s(?:at|on))?\W*$/iu

/**
 * `- Resolved 2023-07-25 16:02`, `Error rate up (10:14)`, `Start: 10:14`: a few words, and at the end a day, with its clock or set
 * apart. Null for any other line.
 */
export function trailingMoment(line: string): TrailingMoment | null {
  if (line.length > MOST_WORDS) return null
  const moments = findMoments(line)
  const moment = moments[0] ?? dayBehindState(line)
  if (!moment || moments.length > 1 || !/^[\s)\]*_.]*$/.test(line.slice(moment.end))) return null
  const before = line.slice(0, moment.start)
  if (moment.date === null && (!setApart.test(before) || namesLength(before))) return null
  const words = before
    .replace(/^\s*(?:#{1,6}\s+)?(?:[-*+•]\s+|\d{1,3}[.)]\s+)?/, '')
    .replace(weekdayBehind, '')
    .replace(/(?:\s(?:at|on|um|am|le))?[\s:([*_–—-]*$/i, '')
  const written = line.slice(moment.start, moment.end)
  return words === '' ? null : { moment, written, words, isInBrackets: /[([]\s*$/.test(before) }
}

function dayBehindState(line: string): WrittenMoment | null {
  const day = findDay(line)
  return day && happened.test(line.slice(0, day.start)) ? day : null
}
