export type ZonedParts = {
  year: string
  month: string
  day: string
  hour: string
  minute: string
  weekday: string
  /** `UTC`, `UTC+01:00`: what the zone's clocks were set to at that instant. */
  offset: string
}

/** Formatters are slow to make and zones are few; but a stranger may write a new zone with every keystroke. */
const MOST_FORMATTERS = 50
const formatterByZone = new Map<string, Intl.DateTimeFormat | null>()

/** What a clock and a calendar show in `zone` at `at` ms. UTC where the zone is not known; null for no instant at all. */
export function zonedParts(at: number, zone: string): ZonedParts | null {
  const formatter = formatterOf(zone) ?? formatterOf('UTC')
  if (!formatter || !(Math.abs(at) <= 8.64e15)) return null
  const valueByType = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => valueByType.get(type) ?? ''
  return {
    year: part('year').padStart(4, '0'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    weekday: part('weekday'),
    offset: part('timeZoneName').replace(/^GMT(\+00:00)?/, 'UTC'), // engines differ on zero
  }
}

export const isKnownZone = (zone: string): boolean => formatterOf(zone) !== null

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatterByZone.get(zone)
  if (known !== undefined) return known
  if (formatterByZone.size >= MOST_FORMATTERS) formatterByZone.clear()
  const made = newFormatter(zone)
  formatterByZone.set(zone, made)
  return made
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'long',
      timeZoneName: 'longOffset',
    })
  } catch {
    return null // the only way Intl has to say that it does not know a zone
  }
}
