import { findMoments, type WrittenMoment } from '../writing/writtenMoments.ts'

export type TrailingMoment = { moment: WrittenMoment; written: string; words: string }

const MOST_WORDS = 120

/** `- Resolved 2023-07-25 16:02`: a few words, and a day with its clock at the end. Null for any other line. */
export function trailingMoment(line: string): TrailingMoment | null {
  if (line.length > MOST_WORDS) return null
  const moments = findMoments(line)
  const moment = moments[0]
  if (moments.length !== 1 || !moment?.date || !/^[\s)\]*_.]*$/.test(line.slice(moment.end))) return null
  const words = line
    .slice(0, moment.start)
    .replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, '')
    .replace(/(?:\s(?:at|on|um|am|le))?[\s:([*_–—-]*$/i, '')
  return words === '' ? null : { moment, written: line.slice(moment.start, moment.end), words }
}
