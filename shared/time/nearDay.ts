import { calendarDay, weekdayInWords } from './calendarDay.ts'
import { clockTime } from './clockTime.ts'
import { zonedParts } from './zonedParts.ts'

const DAY_MS = 86_400_000

/** `today`, `tomorrow`, `yesterday`, or `Thursday 12 March`, with its year unless that is this one. */
export function nearDay(at: number, now: number, zone: string): string {
  // By the calendar: where the clocks change, a day has 23 hours or 25.
  const daysAhead = (Date.parse(calendarDay(at, zone)) - Date.parse(calendarDay(now, zone))) / DAY_MS
  if (daysAhead === 0) return 'today'
  if (daysAhead === 1) return 'tomorrow'
  if (daysAhead === -1) return 'yesterday'
  const year = zonedParts(at, zone)?.year
  const day = weekdayInWords(at, zone)
  return year === zonedParts(now, zone)?.year ? day.replace(` ${year}`, '') : day
}

/** `today at 14:00`, or `on Thursday 12 March at 14:00`. */
export function nearTime(at: number, now: number, zone: string): string {
  const day = nearDay(at, now, zone)
  return `${day.includes(' ') ? 'on ' : ''}${day} at ${clockTime(at, zone)}`
}
