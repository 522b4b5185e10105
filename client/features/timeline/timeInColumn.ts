import type { Moment } from '../../../shared/content/timeline.ts'
import { clockTime } from '../../../shared/time/clockTime.ts'

/** A moment in the narrow column of times; its full words stand beside it for those who hear it. */
export function timeInColumn({ at, precision }: Moment, zone: string): string {
  switch (precision) {
    case 'minute':
      return clockTime(at, zone)
    case 'approx':
      return `~${clockTime(at, zone)}`
    case 'hour':
      return `~${clockTime(at, zone).slice(0, 2)} h`
    case 'day':
      return 'that day'
    case 'order':
      return 'order only'
  }
}
