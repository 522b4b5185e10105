import { ok, type Result, refuse } from '../result.ts'
import { calendarDay } from './calendarDay.ts'
import { clockTime } from './clockTime.ts'
import { instantAt, type WallTime } from './instantAt.ts'

/** A time as `readTypedTime` reads it: `2026-03-10 14:31`. */
export const typedTime = (at: number, zone: string): string =>
  `${calendarDay(at, zone)} ${clockTime(at, zone)}`

const TIME = /\b(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?\s*([ap]\.?m\.?)?(?=$|[\s,])/i
const ISO_DAY = /\b(\d{4})-(\d{1,2})-(\d{1,2})(?:[T,]|\b)/
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const DATE = '(?<![:.\\d])(\\d{1,2})(?:st|nd|rd|th)?'
const NAMED_DAY = new RegExp(
  `(?:${DATE}\\s+${MONTH}|\\b${MONTH}\\s+${DATE})\\b(?:,?\\s+(\\d{4})(?!\\d))?`,
  'i',
)
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * What someone typed for a time in `zone`: `14:31`, `2:31 pm`, `2026-03-10 14:31` or `11 March 14:31`. Without a day
 * it is the day of `near`, in ms. Otherwise a sentence that says what to write instead.
 */
export function readTypedTime(
  typed: string,
  { zone, near }: { zone: string; near: number },
): Result<number, string> {
  const text = typed.trim().replace(/^(on|at)\s+/i, '')
  const day = readDay(text, calendarDay(near, zone))
  const clock = readClock(day.rest.replace(/\b(on|at)\b/gi, ' ').trim())
  if (!clock) return refuse('Write the time like 14:31, or with its day: 2026-03-10 14:31.')
  const at = instantAt({ ...day.date, ...clock }, zone)
  if (at !== null) return ok(at)
  const isDay = instantAt({ ...day.date, hour: 12, minute: 0 }, zone) !== null
  return refuse(
    isDay
      ? `The clocks went forward that day in ${zone}, and this time did not exist.`
      : 'That day is not in the calendar. Write it like 2026-03-10.',
  )
}

type Day = { date: Pick<WallTime, 'year' | 'month' | 'day'>; rest: string }

/** The day that is named, or `nearDay`. */
function readDay(text: string, nearDay: string): Day {
  const iso = ISO_DAY.exec(text)
  if (iso)
    return {
      date: { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) },
      rest: text.replace(iso[0], ' '),
    }
  const [nearYear = 0, nearMonth = 0, nearDate = 0] = nearDay.split('-').map(Number)
  const named = NAMED_DAY.exec(text)
  const word = (named?.[2] ?? named?.[3])?.toLowerCase()
  if (!named || !word) {
    return { date: { year: nearYear, month: nearMonth, day: nearDate }, rest: text }
  }
  const month = MONTHS.indexOf(word) + 1
  const date = { year: Number(named[5] ?? nearYear), month, day: Number(named[1] ?? named[4]) }
  return { date, rest: text.replace(named[0], ' ') }
}

function readClock(text: string): Pick<WallTime, 'hour' | 'minute'> | null {
  const packed = /^(\d{2})(\d{2})$/.exec(text)
  if (packed) return withinADay(Number(packed[1]), Number(packed[2]))
  const found = TIME.exec(text)
  if (!found || text.replace(found[0], '').replace(/[\s,]/g, '') !== '') return null
  const half = found[3]?.[0]?.toLowerCase()
  if (found[2] === undefined && half === undefined) return null // a bare number may be a day
  const hour = Number(found[1])
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  return withinADay(half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0), Number(found[2] ?? 0))
}

const withinADay = (hour: number, minute: number) => (hour < 24 && minute < 60 ? { hour, minute } : null)
