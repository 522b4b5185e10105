import { zonedParts } from '../../time/zonedParts.ts'
import type { WrittenDate } from '../writing/writtenDates.ts'

/** A day that is told by another one, for a pattern: which one that is depends on who wrote it, and when. */
export const otherDayPattern =
  "(?:today|yesterday|tomorrow|(?:the )?(?:next|following|previous) (?:day|morning|afternoon|evening|night)|heute|gestern|am (?:nächsten|folgenden|vorigen) (?:Tag|Morgen|Abend)|aujourd[’']hui|hier|le lendemain|hoy|ayer|al día siguiente)(?!\\p{L})"

const otherDay = new RegExp(`(?<!\\p{L})${otherDayPattern}`, 'iu')
export const namesOtherDay = (text: string): boolean => otherDay.test(text)

/** For a pattern: `Wednesday`, `Wed`, `Mi.` */
export const weekdayPattern =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|mo|di|mi|do|fr|sa|so)(?!\\p{L})'

const weekdays = [
  ['sunday', /^sun|^son/], // `so` is a word, too
  ['monday', /^mo/],
  ['tuesday', /^tue|^di/],
  ['wednesday', /^wed|^mi/],
  ['thursday', /^thu|^do/],
  ['friday', /^fr/],
  ['saturday', /^sa/],
] as const

/** Whether `date` is that day of the week. A date without its year may be any. */
export function isOnWeekday({ year, month, day, isOpen }: WrittenDate, named: string): boolean {
  const name = named.toLowerCase().replace(/\P{L}/gu, '')
  const wanted = weekdays.find(([, pattern]) => pattern.test(name))?.[0]
  if (year === null || isOpen || wanted === undefined) return true
  return zonedParts(Date.UTC(year, month - 1, day), 'UTC')?.weekday.toLowerCase() === wanted
}
