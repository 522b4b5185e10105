import { findMoments, momentHere, type WrittenMoment } from '../writing/writtenMoments.ts'

export type LeadingMoment = {
  moment: WrittenMoment
  /** The time as it is written. */
  written: string
  /** What follows it. */
  rest: string
  /** How far the line is set in. */
  indent: number
  /** `At 9:37 …`: a sentence, where the next one may have a time of its own. */
  isProse: boolean
  /** `[10:14] …`, as programs and chats write it. */
  isBracketed: boolean
}

/** Marks of lists, quotes, tables and emphasis, and the small words that lead to a time. */
const decoration =
  /^([\s>]*)(?:[-*+•·–—]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s*)?(?:#{1,6}\s+)?([*_`([|~≈±\s]*)((?:at|by|on|from|since|until|around|about|approximately|approx\.?|roughly|before|after|shortly after|ca\.?|circa|c\.|um|gegen|ab|seit|am|vers|le|el|a las|à)\s+(?:(?:the|approximately|around|about)\s+)?)?(?:\p{L}{2,12}day,?\s+|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s+)?/iu
const access = /^\S+ \S+ \S+ \[(?=\d{1,2}\/\p{L}{3}\/\d{4}:)/u
const afterTime = /^(?:[\])*_`\s]|Uhr\b|Z\b|[:,.;](?=\s|\*|$)|[-–—](?=\s|$)|\||=>|→)*/u

/** The time a line begins with; null if it begins with something else. */
export function leadingMoment(line: string): LeadingMoment | null {
  const lead = decoration.exec(line)
  const length = lead?.[0].length ?? 0
  const shortest = lead?.[1]?.length ?? 0
  const first = findMoments(line)[0]
  const log = access.exec(line)
  if (first && log && first.start <= log[0].length) return told(line, first, line, 0, lead)
  const isLeading = first !== undefined && first.start <= length && first.start >= shortest
  const moment = isLeading ? first : dotted(line, length)
  return moment && told(line, moment, line.slice(moment.end), moment.start, lead)
}

function told(
  line: string,
  moment: WrittenMoment,
  after: string,
  start: number,
  lead: RegExpExecArray | null,
): LeadingMoment {
  const isProse = /\p{L}/u.test(lead?.[3] ?? '')
  const rest = start === 0 && after === line ? line : after.replace(afterTime, '')
  return {
    moment,
    written: line.slice(moment.start, moment.end),
    rest,
    indent: lead?.[1]?.length ?? 0,
    isProse,
    isBracketed: /\[\s*$/.test(line.slice(0, moment.start)) && /^\s*\]/.test(line.slice(moment.end)),
  }
}

/** `11.50`, with more behind it than a number would have. */
function dotted(line: string, at: number): WrittenMoment | null {
  const found = momentHere(line.slice(at))
  if (!found || !/^[\s):*_]*(?:[-–—:|]\s|\p{L}|$)/u.test(line.slice(at + found.end))) return null
  return { ...found, start: found.start + at, end: found.end + at }
}
