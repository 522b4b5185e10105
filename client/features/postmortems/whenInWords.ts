import type { Incident } from '../../../shared/content/incident.ts'
import { calendarDay } from '../../../shared/time/calendarDay.ts'
import { momentInWords, momentWithDay } from '../../../shared/time/momentInWords.ts'

/** From when it began to when it was resolved, never more exact than it is known. */
export function whenInWords({ started, resolved }: Incident['times'], zone: string): string {
  if (!started) return resolved ? `resolved ${momentWithDay(resolved, zone)}` : 'not stated'
  const began = momentWithDay(started, zone)
  if (!resolved) return `from ${began}`
  const isSameDay =
    calendarDay(started.at, zone) === calendarDay(resolved.at, zone) && resolved.precision !== 'order'
  return `${began} – ${isSameDay ? momentInWords(resolved, zone) : momentWithDay(resolved, zone)}`
}
