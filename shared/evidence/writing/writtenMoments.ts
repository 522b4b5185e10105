import { zonePattern } from '../zoneWords.ts'
import { clockHere, type FoundClock, findClocks, type WrittenClock } from './writtenClocks.ts'
import { dateAfter, dateBefore, findDate, type WrittenDate } from './writtenDates.ts'

/** A time in a text: where it stands, and all that is said of it there. */
export type WrittenMoment = {
  start: number
  end: number
  date: WrittenDate | null
  /** Null where only a day is named. */
  clock: WrittenClock | null
  /** The end of a range, `11:32–13:05`. */
  until: WrittenClock | null
  /** Its day, where the range names it, `10/28 13:37 – 10/29 02:00`. */
  untilDate: WrittenDate | null
  /** As it is named: `UTC`, `PST`, `+02:00`, `IST`. */
  zone: string | null
  isApprox: boolean
}

/** How far to the left and right of a clock its date, zone and end are looked for. */
const NEAR = 60

const range = /^\s?(?:(?:[-–—→]|->)\s?(?=[\d\p{L}])|(?:to|until|till|bis|à|a)(?:\s?(?=\d)|\s(?=\p{L})))/iu
/** `Wed Mar 11 10:14:10 UTC 2026`, as Unix prints it. */
const lateYear = /^\s(\d{4})(?![\d:])/
const both = /^\s(?:and|und|et|y)\s(?=\d)/i
const zoneHere = new RegExp(
  `^(?:\\s?\\[(${zonePattern})\\]|\\s{0,2}\\((${zonePattern})(?: time)?\\)|\\s{0,2}(${zonePattern})(?![\\p{L}\\d]))`,
  'u',
)
const offsetHere = /^[+-]\d\d:?\d\d(?![\d:])/
const approxBefore =
  /(?:[~≈±]|(?<![\p{L}])(?:ca|circa|about|around|approx|approximately|roughly|c|gegen|etwa|vers|before|after|by))\.?\s{0,2}$/iu
const looseBefore = /(?<![\p{L}])(?:before|after|by)\s{0,2}$/iu
const approxAfter = /^(?:-?ish\b|\s?(?:or so|approx\.?|approximately)(?![\p{L}]))/iu

/** All times in one line, in order. A clock that is the end of a range or belongs to another is no time of its own. */
export function findMoments(line: string): WrittenMoment[] {
  const moments: WrittenMoment[] = []
  for (const found of findClocks(line)) {
    if (found.index < (moments.at(-1)?.end ?? 0)) continue
    moments.push(momentAt(line, found, moments.at(-1)?.end ?? 0))
  }
  return moments
}

/** The time that `line` begins with, which may be written `11.50` there. */
export function momentHere(line: string): WrittenMoment | null {
  const found = clockHere(line)
  return found && momentAt(line, found, 0)
}

/** A line or a cell that names a day without a clock time. */
export function findDay(line: string): WrittenMoment | null {
  const found = findDate(line)
  if (!found) return null
  const end = found.index + found.length
  const zone = zoneHere.exec(line.slice(end))
  return {
    start: found.index,
    end: end + (zone?.[0].length ?? 0),
    date: found.date,
    clock: null,
    until: null,
    untilDate: null,
    zone: zone?.[1] ?? zone?.[2] ?? zone?.[3] ?? null,
    isApprox: false,
  }
}

function momentAt(line: string, { clock, index, length }: FoundClock, floor: number): WrittenMoment {
  const from = Math.max(floor, index - NEAR)
  const left = line.slice(from, index)
  const approx = approxBefore.exec(left)
  const before = dateBefore(approx ? left.slice(0, approx.index) : left)
  const start = before ? from + before.index : approx ? from + approx.index : index
  let end = index + length
  const isApprox = approx !== null && !looseBefore.test(left)
  const after = () => line.slice(end, end + NEAR)

  const ish = approxAfter.exec(after())
  end += ish?.[0].length ?? 0
  let zone = takeZone()
  const to =
    range.exec(after()) ?? (/\b(?:between|zwischen|entre)\s+$/i.test(left) ? both.exec(after()) : null)
  const other = to && endHere(line.slice(end + to[0].length, end + NEAR))
  if (to && other) {
    end += to[0].length + other.index + other.length
    zone = takeZone() ?? zone
  }
  const later = before ? null : dateAfter(after())
  if (later) {
    end += later.length
    zone = zone ?? takeZone()
  }
  const yearless = before?.date.year === null ? lateYear.exec(after()) : null
  end += yearless?.[0].length ?? 0
  if (yearless) zone = zone ?? takeZone()
  const first = other?.clock.half && clock.half === null ? inHalf(clock, other.clock) : clock
  return {
    start,
    end,
    date:
      yearless && before
        ? { ...before.date, year: Number(yearless[1]) }
        : (before?.date ?? later?.date ?? null),
    clock: first,
    until: other?.clock ?? null,
    untilDate: other?.date ?? null,
    zone,
    isApprox: isApprox || ish !== null,
  }

  /** `-10:44` right after a clock is the end of a range, unless seconds or a date with T make an offset likelier. */
  function takeZone(): string | null {
    const rest = after()
    const offset = offsetHere.exec(rest)
    const isIso = /T\s*$/.test(left) || /:\d\d:\d\d/.test(line.slice(index, index + length))
    if (offset?.[0].includes(':') && !isIso && range.test(rest)) return null
    const found = zoneHere.exec(rest)
    if (!found) return null
    end += found[0].length
    return found[1] ?? found[2] ?? found[3] ?? null
  }
}

/** The clock that `text` begins with, or a day and its clock. */
function endHere(text: string): (FoundClock & { date: WrittenDate | null }) | null {
  const found = clockHere(text)
  if (found) return { ...found, date: null }
  const [clock] = findClocks(text)
  const date = clock && dateBefore(text.slice(0, clock.index))
  return clock && date?.index === 0 ? { ...clock, date: date.date } : null
}

/** In `10:21–10:44 pm` the first is pm too; in `11:50–12:10 pm` it is not. */
function inHalf(clock: WrittenClock, { half, hour }: WrittenClock): WrittenClock {
  if (clock.hour > 12 || clock.hour < 1) return clock
  const asPm = (clock.hour % 12) + 12
  const isPm = half === 'pm' && asPm <= hour
  return { ...clock, half: isPm ? 'pm' : 'am', hour: isPm ? asPm : clock.hour % 12 }
}
