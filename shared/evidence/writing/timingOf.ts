import type { EvidenceAnswers, EvidenceNeed, Timing } from '../evidenceDraft.ts'
import { wallTiming } from '../wallTiming.ts'
import type { WrittenClock } from './writtenClocks.ts'
import type { WrittenDate } from './writtenDates.ts'
import type { WrittenMoment } from './writtenMoments.ts'

/** What the surroundings say of times that do not say it themselves. */
export type WrittenContext = {
  date: WrittenDate | null
  zone: string | null
  dateOrder: EvidenceAnswers['dateOrder']
  /** Other times here say am or pm, so one that does not may be either. */
  hasHalves: boolean
  /** The clock went past midnight since a day was named, so which day it is has to be asked. */
  isDayLost: boolean
}

export const noContext: WrittenContext = {
  date: null,
  zone: null,
  dateOrder: null,
  hasHalves: false,
  isDayLost: false,
}

export type WrittenTiming = Timing & { endedAt: number | null; date: WrittenDate | null }

/**
 * The instant of a written time, or what has to be asked for it: first what stands with it, then what stands around
 * it, then what was answered. Nothing is taken for likely.
 */
export function timingOf(
  moment: WrittenMoment,
  written: string,
  context: WrittenContext,
  answers: EvidenceAnswers,
): WrittenTiming {
  const around = context.isDayLost ? null : (context.date ?? answeredDate(answers))
  const date = inOrder(withYear(moment.date ?? around, context, answers), context, answers)
  const { clock } = moment
  const zone = moment.zone ?? context.zone
  const needs: EvidenceNeed[] = []
  if (date === null || date.year === null) needs.push('date')
  else if (date.isOpen) needs.push('dateOrder')
  if (clock && isEitherHalf(clock, context)) needs.push('halfDay')
  const trial = timingAt(date ?? someDay, clock, zone, answers, written)
  if (trial === null) return { ...unknown(written, ['time']), endedAt: null, date }
  const precision = moment.isApprox ? 'approx' : clock === null ? 'day' : clock.isWhole ? 'hour' : 'minute'
  const isAsked = needs.length > 0
  const others = trial.needs.filter((need) => !isAsked || need === 'zone')
  if (isAsked || others.length > 0)
    return { ...unknown(written, [...needs, ...others]), precision, endedAt: null, date }
  return { ...trial, precision, endedAt: endOf(trial, { ...moment, date }, context, answers), date }
}

const unknown = (written: string, needs: EvidenceNeed[]): Timing => ({
  at: null,
  precision: 'minute',
  needs,
  written,
})

/** Any day without a clock change, to see whether a zone is known. */
const someDay: WrittenDate = { year: 2000, month: 1, day: 15, isOpen: false }

function timingAt(
  { year, month, day }: WrittenDate,
  clock: WrittenClock | null,
  zone: string | null,
  answers: EvidenceAnswers,
  written: string,
): Timing | null {
  const { hour, minute, second } = clock ?? { hour: 0, minute: 0, second: 0 }
  const leapYear = 2000 // 29 February without its year is a day, too
  return wallTiming({ year: year ?? leapYear, month, day, hour, minute, second }, zone, answers, written)
}

/** The end of a range is after its beginning, so without a day of its own it may be on the next. */
function endOf(
  { at }: Timing,
  moment: WrittenMoment,
  context: WrittenContext,
  answers: EvidenceAnswers,
): number | null {
  const { date, clock, until, untilDate } = moment
  if (at === null || clock === null || until === null) return null
  if (untilDate !== null) {
    const day = { ...untilDate, year: untilDate.year ?? date?.year ?? null }
    const end = { ...moment, date: day, clock: until, until: null }
    return timingOf(end, '', context, answers).at
  }
  const seconds = ({ hour, minute, second }: WrittenClock) => hour * 3600 + minute * 60 + second
  const length = seconds(until) - seconds(clock)
  return at + (length < 0 ? length + 86_400 : length) * 1000
}

const isEitherHalf = ({ half, hour }: WrittenClock, { hasHalves }: WrittenContext): boolean =>
  hasHalves && half === null && hour >= 1 && hour <= 12

function withYear(
  date: WrittenDate | null,
  context: WrittenContext,
  answers: EvidenceAnswers,
): WrittenDate | null {
  if (date === null || date.year !== null) return date
  return { ...date, year: context.date?.year ?? answeredDate(answers)?.year ?? null }
}

function inOrder(
  date: WrittenDate | null,
  context: WrittenContext,
  answers: EvidenceAnswers,
): WrittenDate | null {
  const order = context.dateOrder ?? answers.dateOrder
  if (date === null || !date.isOpen || order === null) return date
  if (order === 'dayFirst') return { ...date, isOpen: false }
  return { year: date.year, month: date.day, day: date.month, isOpen: false }
}

export function answeredDate({ date }: EvidenceAnswers): WrittenDate | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '') ?? []
  return year ? { year: Number(year), month: Number(month), day: Number(day), isOpen: false } : null
}

const HALF_DAY_SECONDS = 43_200

/** Whether clock times in a row, without days, have gone on into another day: from late to early. */
export function isPastMidnight(before: WrittenClock | null, clock: WrittenClock): boolean {
  if (before === null) return false
  const seconds = ({ hour, minute }: WrittenClock) => hour * 3600 + minute * 60
  return seconds(before) - seconds(clock) > HALF_DAY_SECONDS
}

/** Whether some clocks say am or pm and the others may be either: none of those shows that it counts to 24. */
export function hasHalves(clocks: readonly WrittenClock[]): boolean {
  const counts24 = clocks.some(({ half, hour }) => half === null && (hour === 0 || hour > 12))
  return !counts24 && clocks.some(({ half }) => half !== null)
}

/** Which number comes first in dates like 03/04, if any other date of the same source shows it; null if they disagree. */
export function dateOrderIn(text: string): EvidenceAnswers['dateOrder'] {
  const orders = new Set<'dayFirst' | 'monthFirst'>()
  for (const [, first, second] of text.matchAll(
    /(?<![\d/:.-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d\d)(?![\d/-])/g,
  )) {
    if (Number(first) > 12 && Number(second) <= 12) orders.add('dayFirst')
    if (Number(second) > 12 && Number(first) <= 12) orders.add('monthFirst')
  }
  const [order] = orders
  return orders.size === 1 && order ? order : null
}
