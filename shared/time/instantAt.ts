import { zonedParts } from './zonedParts.ts'

export type WallTime = { year: number; month: number; day: number; hour: number; minute: number }

/**
 * The instant, in ms, at which the clocks of `zone` show this; the earlier one where they show it twice. Null for a
 * date that is in no calendar, and for an hour the clocks skip when they go forward.
 */
export const instantAt = (wall: WallTime, zone: string): number | null => instantsAt(wall, zone)[0] ?? null

/** All instants at which the clocks of `zone` show this: one, or two where they go back, or none. */
export function instantsAt({ year, month, day, hour, minute }: WallTime, zone: string): number[] {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute)
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => offsetMs(at, zone))
  const found = offsets.map((offset) => asUtc - offset).filter((at) => isShownAt(at))
  return [...new Set(found)].sort((a, b) => a - b)

  function isShownAt(at: number): boolean {
    const parts = zonedParts(at, zone)
    if (!parts) return false
    const shown = [parts.year, parts.month, parts.day, parts.hour, parts.minute].map(Number)
    return [year, month, day, hour, minute].every((value, position) => value === shown[position])
  }
}

const DAY_MS = 86_400_000

/** How far the clocks of `zone` are ahead of UTC. */
function offsetMs(at: number, zone: string): number {
  const offset = /([+-])(\d{2}):(\d{2})/.exec(zonedParts(at, zone)?.offset ?? '')
  if (!offset) return 0
  const ms = (Number(offset[2]) * 60 + Number(offset[3])) * 60_000
  return offset[1] === '-' ? -ms : ms
}
