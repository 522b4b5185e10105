import type { EvidenceAnswers, EvidenceNeed, Timing } from './evidenceDraft.ts'
import { wallTiming } from './wallTiming.ts'

const iso =
  /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?(?:(?<=[+-]\d{4}) [A-Z]{3,5})?(?: m=\S+)?)?\s*$/i

export const unknownTime = (written: string | null, ...needs: EvidenceNeed[]): Timing => ({
  at: null,
  precision: 'minute',
  needs,
  written,
})

export const knownTime = (at: number, precision: Timing['precision'] = 'minute'): Timing => ({
  at,
  precision,
  needs: [],
  written: null,
})

/**
 * A time in any notation of ISO 8601 that tools write: `Z`, `+02:00`, `+0000`, none to twelve decimals, a blank for the
 * `T`; and as Go prints it, `+0000 UTC`. Without a zone it is on the clocks of `zoneAround` or of `answers.zone`, or
 * needs it. Null for nothing, for what is not a date, and for the year 1 that means “not yet”.
 */
export function isoTiming(
  value: unknown,
  answers: EvidenceAnswers,
  zoneAround: string | null = null,
): Timing | null {
  const found = typeof value === 'string' ? iso.exec(value) : null
  if (!found || found[1] === '0001') return null
  const [year, month, day, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (year === undefined || month === undefined || day === undefined) return null // the pattern has all three
  const ms = thousandths(found[7])
  const wall = { year, month, day, hour, minute, second: second + ms / 1000 }
  const timing = wallTiming(wall, found[8] ?? zoneAround, answers, String(value).trim())
  return found[4] === undefined && timing ? { ...timing, precision: 'day' } : timing
}

/** The instant of a time that has to have its zone; null for anything else, and for the year 1 that means “not yet”. */
export function isoInstant(value: unknown): number | null {
  const timing = isoTiming(value, noZone)
  return timing && timing.needs.length === 0 ? timing.at : null
}

const noZone: EvidenceAnswers = { zone: null, date: null, dateOrder: null, repeatedHour: null, anchor: null }

/** As some tools save large numbers again; with fewer digits than these, not even the second is left. */
const withExponent = /^\d\.\d{9,}e\+?\d{1,2}$/i

/** Seconds, ms, µs or ns since 1970, as a number or digits: told apart by size, which holds from 2001 to 2286. */
export function epochInstant(value: unknown): number | null {
  const written = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  const text = withExponent.test(written) ? Number(written).toFixed(0) : written
  const found = /^(\d{9,19})(?:\.(\d+))?$/.exec(text)
  if (!found?.[1]) return null
  const digits = found[1]
  if (digits.length <= 11) return Number(digits) * 1000 + thousandths(found[2])
  const tooExact = digits.length <= 14 ? 0 : digits.length <= 17 ? 3 : 6
  return Number(digits.slice(0, digits.length - tooExact)) // dividing would round the last ms of some
}

/** The first three of some decimals, by their digits: multiplying would lose a thousandth now and then. */
const thousandths = (decimals: string | undefined): number =>
  Number((decimals ?? '').padEnd(3, '0').slice(0, 3))
