import { instantsAt, type WallTime } from '../time/instantAt.ts'
import { isKnownZone } from '../time/zonedParts.ts'
import type { EvidenceAnswers, EvidenceNeed, Timing } from './evidenceDraft.ts'
import { offsetsOfUnclear, offsetZone } from './zoneWords.ts'

/** `second` may have decimals. */
export type WrittenWall = WallTime & { second: number }

/**
 * When clocks showed `wall`, in the zone the source names (`Z`, `+0200`, `PST`, `Europe/Paris`) or else the one that
 * was answered. An hour the clocks showed twice or never is asked about, and so is `IST` where the answer is a zone that
 * it is never said of. Null for what is in no calendar.
 */
export function wallTiming(
  wall: WrittenWall,
  namedZone: string | null,
  answers: EvidenceAnswers,
  written: string,
): Timing | null {
  if (!isInCalendar(wall)) return null
  const zone = (namedZone === null ? null : offsetZone(namedZone)) ?? answers.zone
  const timing = { at: null, precision: 'minute' as const, needs: [] as EvidenceNeed[], written }
  if (zone === null || !isKnownZone(zone)) return { ...timing, needs: ['zone'] }
  const instants = instantsIn(zone, wall)
  const meant = offsetsOfUnclear(namedZone)
  const [earlier, later] = meant
    ? instants.filter((at) => meant.includes((asUtc(wall) - at) / 60_000))
    : instants
  if (earlier === undefined) return { ...timing, needs: [instants.length > 0 ? 'zone' : 'missingHour'] }
  const rest = Math.floor(Math.min(wall.second, 59.999) * 1000 + 1e-6)
  if (later === undefined) return { ...timing, at: earlier + rest }
  if (answers.repeatedHour === null) return { ...timing, needs: ['repeatedHour'] }
  return { ...timing, at: (answers.repeatedHour === 'earlier' ? earlier : later) + rest }
}

/** Offsets are reckoned with here: there are more of them than a calendar of the engine is kept for. */
function instantsIn(zone: string, wall: WallTime): number[] {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? []
  if (zone !== 'UTC' && !sign) return instantsAt(wall, zone)
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return [asUtc(wall) + (sign === '-' ? ahead : -ahead)]
}

const asUtc = ({ year, month, day, hour, minute }: WallTime): number =>
  Date.UTC(year, month - 1, day, hour, minute)

/** Years before 1970 and after 2200 are a slip of a tool or of a hand, not a time of an incident. */
function isInCalendar({ year, month, day, hour, minute, second }: WrittenWall): boolean {
  const midnight = new Date(Date.UTC(year, month - 1, day))
  const isDay = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day
  return isDay && year >= 1970 && year <= 2200 && hour < 24 && minute < 60 && second < 61
}
