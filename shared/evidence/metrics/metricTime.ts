import { epochInstant, isoTiming } from '../evidenceTime.ts'

/** An instant; `needsZone` where it is a clock time and nobody said whose; null for no time at all. */
export function metricTime(value: unknown, zone: string | null): number | 'needsZone' | null {
  const instant = epochInstant(value)
  if (instant !== null) return instant
  const written =
    typeof value === 'string' ? value.trim().replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3') : value
  const timing = isoTiming(written, {
    zone,
    date: null,
    dateOrder: null,
    repeatedHour: null,
    anchor: null,
  })
  if (!timing) return null
  return timing.needs.includes('zone') ? 'needsZone' : timing.at
}
