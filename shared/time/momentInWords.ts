import type { Moment } from '../content/timeline.ts'
import { calendarDay, dayInWords } from './calendarDay.ts'
import { clockTime } from './clockTime.ts'

/** A moment under the heading of its day, never more exact than it is known. */
export function momentInWords(moment: Moment, zone: string): string {
  switch (moment.precision) {
    case 'minute':
      return clockTime(moment.at, zone)
    case 'hour':
      return `${clockTime(moment.at, zone)} to the hour`
    case 'approx':
      return `about ${clockTime(moment.at, zone)}`
    case 'day':
      return 'some time that day'
    case 'order':
      return 'in this order, time not known'
  }
}

/** A moment that stands alone. With `order` only, even the day is a placeholder. */
export function momentWithDay(moment: Moment, zone: string): string {
  if (moment.precision === 'order') return 'a time not known'
  const day = dayInWords(moment.at, zone)
  return moment.precision === 'day' ? day : `${day}, ${momentInWords(moment, zone)}`
}

/** `18:10`, with its day where that is another one than the day of `besideAt`. */
export function timeBeside(at: number, besideAt: number, zone: string): string {
  const isSameDay = calendarDay(at, zone) === calendarDay(besideAt, zone)
  return isSameDay ? clockTime(at, zone) : `${clockTime(at, zone)} on ${dayInWords(at, zone)}`
}
