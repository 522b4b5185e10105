import { epochInstant } from '../evidenceTime.ts'
import { findMoments, momentHere, type WrittenMoment } from '../writing/writtenMoments.ts'
import { otherDayPattern, weekdayPattern } from './otherDay.ts'

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
  /** `Yesterday 9:37`, `The next day at 9:37`. */
  isOtherDay: boolean
  /** `Wed 9:37`; null where a date says it, or nothing does. */
  weekday: string | null
  /** `[10:14] …`, as programs and chats write it. */
  isBracketed: boolean
}

/** Marks of lists, quotes, tables and emphasis, and the small words that lead to a time. */
const decoration = new RegExp(
  [
    '^([\\s>]*)',
    '(?:[-*+•·–—]\\s+|\\(?(?:\\d{1,3}|[a-z])[.)]\\s+)?(?:\\[[ xX]\\]\\s*)?(?:#{1,6}\\s+)?',
    '([*_`([|~≈±\\s]*)',
    '((?:at|by|on|from|between|since|until|around|about|approximately|approx\\.?|roughly|before|after|(?:shortly|just) (?:before|after)|no later than|as early as|as of|spätestens|ca\\.?|circa|c\\.|um|gegen|ab|seit|am|vers|le|el|a las|à|de|entre|von|zwischen)\\s+(?:(?:the|approximately|around|about)\\s+)?)?',
    `(${otherDayPattern},?\\s+(?:(?:at|um|à|a las)\\s+)?)?`,
    `(${weekdayPattern}\\.?,?\\s+(?:(?:at|um|à|a las)\\s+)?)?`,
  ].join(''),
  'iu',
)
const access = /^\S+ \S+ \S+ \[(?=\d{1,2}\/\p{L}{3}\/\d{4}:)/u
/** `level=info ts=2026-03-11T10:14:10Z msg=…` */
const keyed = /^(?:[\w.]{1,40}=(?:"[^"]{0,80}"|[^\s"]{0,80})\s+){0,4}(?:ts|t|time|timestamp)="?(?=\d)/i
const afterTime = /^(?:[\])*_`\s]|Uhr\b|hrs\b|h(?=\s)|Z\b|[:,.;](?=\s|\*|$)|[-–—](?=\s|$)|\||=>|→)*/u

/** The time a line begins with; null if it begins with something else. */
export function leadingMoment(line: string): LeadingMoment | null {
  const lead = decoration.exec(line)
  const length = lead?.[0].length ?? 0
  const shortest = lead?.[1]?.length ?? 0
  const first = findMoments(line)[0]
  const log = access.exec(line) ?? keyed.exec(line)
  if (first && log && first.start <= log[0].length) return told(line, first, line, lead)
  const isLeading = first !== undefined && first.start <= length && first.start >= shortest
  const moment = isLeading ? first : (epochHere(line) ?? dotted(line, length))
  return moment && told(line, moment, afterMoment(line.slice(moment.end)), lead)
}

function told(
  line: string,
  moment: WrittenMoment,
  rest: string,
  lead: RegExpExecArray | null,
): LeadingMoment {
  return {
    moment,
    written: line.slice(moment.start, moment.end),
    rest,
    indent: lead?.[1]?.length ?? 0,
    isProse: /\p{L}/u.test(lead?.[3] ?? ''),
    isOtherDay: lead?.[4] !== undefined && moment.date === null,
    weekday: moment.date === null ? (lead?.[5] ?? null) : null,
    isBracketed: /\[[^[\]\d]*$/.test(line.slice(0, moment.start)) && /^\s*\]/.test(line.slice(moment.end)),
  }
}

/** What stands behind a time, without the same time told in another zone: `10:14 UTC / 11:14 CET – up`. */
function afterMoment(text: string): string {
  const [other] = /^\s*[/(]/.test(text) ? findMoments(text) : []
  const isSame = other?.zone && /^\s*[/(]\s*$/.test(text.slice(0, other.start))
  return (isSame ? text.slice(other.end) : text).replace(afterTime, '')
}

const epoch = /^([\s>]*\[?)(\d{10}(?:\.\d{1,9})?|\d{13})(?=\]?[\s:|,])/

/** Seconds or thousandths since 1970, as some logs begin with. */
function epochHere(line: string): WrittenMoment | null {
  const [, before = '', written = ''] = epoch.exec(line) ?? []
  const at = epochInstant(written)
  if (at === null) return null
  const date = new Date(at)
  return {
    start: before.length,
    end: before.length + written.length,
    date: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      isOpen: false,
    },
    clock: {
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds() + date.getUTCMilliseconds() / 1000,
      half: null,
      isWhole: false,
    },
    until: null,
    untilDate: null,
    zone: 'UTC',
    isApprox: false,
  }
}

/** `11.50`, with more behind it than a number would have. */
function dotted(line: string, at: number): WrittenMoment | null {
  const found = momentHere(line.slice(at))
  if (!found || !/^[\s):*_]*(?:[-–—:|]\s|\p{L}|$)/u.test(line.slice(at + found.end))) return null
  return { ...found, start: found.start + at, end: found.end + at }
}
