import { zonedParts } from './zonedParts.ts'

/** `2017-01-31`: sorts by time, and tells whether two instants fall on one day of `zone`. */
export function calendarDay(at: number, zone: string): string {
  const parts = zonedParts(at, zone)
  return parts ? `${parts.year}-${parts.month}-${parts.day}` : 'an unknown day'
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `31 January 2017`. Put together here, since engines disagree about commas. */
export function dayInWords(at: number, zone: string): string {
  const parts = zonedParts(at, zone)
  if (!parts) return 'an unknown day'
  return `${Number(parts.day)} ${monthNames[Number(parts.month) - 1]} ${parts.year}`
}

/** `Tuesday 31 January 2017`. */
export function weekdayInWords(at: number, zone: string): string {
  const parts = zonedParts(at, zone)
  return parts ? `${parts.weekday} ${dayInWords(at, zone)}` : 'an unknown day'
}
