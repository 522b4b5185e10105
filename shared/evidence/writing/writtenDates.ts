import { monthOf, monthPattern } from './monthNames.ts'

/**
 * A day as it is written. With `isOpen`, `03/04/2025`, day and month may be the other way round. The year may be
 * missing.
 */
export type WrittenDate = { year: number | null; month: number; day: number; isOpen: boolean }

const nth = '(?:st|nd|rd|th|er|\\.|º)?'
const notInNumber = '(?<![\\p{L}\\d./:-])'
const month = `(${monthPattern})\\.?(?![\\p{L}])`

type Reader = { source: string; read: (groups: readonly (string | undefined)[]) => WrittenDate | null }

const readers: readonly Reader[] = [
  {
    source: `${notInNumber}(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d|[-/]\\d)`,
    read: ([year, month, day]) => dateOf(year, month, day),
  },
  {
    source: `${notInNumber}(\\d{4})年\\s?(\\d{1,2})月\\s?(\\d{1,2})日`,
    read: ([year, month, day]) => dateOf(year, month, day),
  },
  {
    source: `${notInNumber}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d|[./-]\\d)`,
    read: ([first, separator, second, year]) => ambiguous(first, second, year, separator === '.'),
  },
  {
    source: `${notInNumber}(\\d{1,2})${nth}[\\s/-]{1,2}(?:of |de )?${month}(?:(?:[/-]|\\s?['’])(\\d{4}|\\d{2})(?!\\d)|,?\\s{1,2}(?:de )?(\\d{4})(?![\\d:])|)`,
    read: ([day, name, joined, apart]) => dateOf(joined ?? apart, name, day),
  },
  {
    source: `${notInNumber}(\\d{4}),?[\\s/-]${month}[\\s/-](\\d{1,2})${nth}(?!\\d|:\\d)`,
    read: ([year, name, day]) => dateOf(year, name, day),
  },
  {
    source: `${notInNumber}${month}[\\s/-](\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.]\\d|\\s?[ap]\\.?m)(?:(?:,\\s?|\\s|[/-])(\\d{4})(?![\\d:]))?`,
    read: ([name, day, year]) => dateOf(year, name, day),
  },
]

/** Month and day alone, `10/28`: a date only where a time follows. */
const short: Reader = {
  source: `${notInNumber}(\\d{1,2})([/.])(\\d{1,2})\\.?`,
  read: ([first, separator, second]) => ambiguous(first, second, undefined, separator === '.'),
}
/** `I0311 10:14:10.123456`, as Kubernetes and other Go programs log. */
const logged: Reader = {
  source: '^[IWEF](\\d\\d)(\\d\\d)',
  read: ([month, day]) => dateOf(undefined, month, day),
}

const compiled = (list: readonly Reader[], before: string, after: string) =>
  list.map(({ source, read }) => ({ pattern: new RegExp(before + source + after, 'iu'), read }))

const weekday = '(?:\\p{L}{2,12}\\.?,?\\s)?'
const beforeClock = '[\\s,:T]*(?:T|at|um|à|a las|kl\\.?|@|[-–—|•])?\\s*\\(?$'
const anywhere = compiled(readers, '', '')
const atEnd = compiled([...readers, short, logged], '', beforeClock)
const atStart = compiled(readers, `^[\\s,]*(?:on|of|am|le|el|\\(|[-–—@])?\\s*${weekday}`, '\\)?')

export type FoundDate = { date: WrittenDate; index: number; length: number }

/** The first date in `text`. */
export const findDate = (text: string): FoundDate | null => firstOf(anywhere, text)
/** The date right before a clock time, with what stands between. */
export const dateBefore = (text: string): FoundDate | null => firstOf(atEnd, text)
/** The date right after a clock time. */
export const dateAfter = (text: string): FoundDate | null => firstOf(atStart, text)

function firstOf(list: ReturnType<typeof compiled>, text: string): FoundDate | null {
  let first: FoundDate | null = null
  for (const { pattern, read } of list) {
    const found = pattern.exec(text)
    if (!found || (first && found.index >= first.index)) continue
    const date = read(found.slice(1))
    if (date) first = { date, index: found.index, length: found[0].length }
  }
  return first
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): WrittenDate | null {
  const number = /^\d/.test(month ?? '') ? Number(month) : monthOf(month ?? '')
  if (number === null || number > 12 || number < 1 || Number(day) > 31 || Number(day) < 1) return null
  return { year: yearOf(year), month: number, day: Number(day), isOpen: false }
}

function ambiguous(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  isDayFirst: boolean,
): WrittenDate | null {
  const [a, b] = [Number(first), Number(second)]
  if (isDayFirst || a > 12) return dateOf(year, second, first)
  if (b > 12) return dateOf(year, first, second)
  const date = dateOf(year, second, first)
  return date && { ...date, isOpen: a !== b }
}

const yearOf = (year: string | undefined): number | null => {
  if (year === undefined) return null
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}
