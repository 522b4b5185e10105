import { isKnownZone, zonedParts } from './zonedParts.ts'

/** `Europe/London (UTC+01:00, then UTC)`: the zone, with every offset its clocks had at `instants`, in that order. */
export function zoneInWords(zone: string, instants: readonly number[]): string {
  if (!isKnownZone(zone)) return `UTC, because the time zone “${zone.slice(0, 60)}” is not known`
  const offsets = new Set(instants.flatMap((at) => zonedParts(at, zone)?.offset ?? []))
  const named = [...offsets].join(', then ')
  return named === '' || named === zone ? zone : `${zone} (${named})`
}
