import { zonedParts } from './zonedParts.ts'

/** `17:20`, on the clocks of `zone`. */
export function clockTime(at: number, zone: string): string {
  const parts = zonedParts(at, zone)
  return parts ? `${parts.hour}:${parts.minute}` : 'an unknown time'
}
