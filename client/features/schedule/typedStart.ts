import { ok, type Result, refuse } from '../../../shared/result.ts'
import { instantsAt } from '../../../shared/time/instantAt.ts'

export type TypedStart = {
  at: number
  /** The clocks go back that night and show this time twice; the first is meant. */
  comesTwice: boolean
}

/** What to write instead, and in which of the two. */
export type StartProblem = { field: 'day' | 'time'; sentence: string }

/** What a date and a time field say together, on the clocks of `zone`. */
export function typedStart(day: string, time: string, zone: string): Result<TypedStart, StartProblem> {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const [, hour, minute] = /^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(time) ?? []
  if (year === undefined) return refuse({ field: 'day', sentence: 'Choose a day, like 2026-03-12.' })
  if (hour === undefined) return refuse({ field: 'time', sentence: 'Choose a time, like 14:00.' })
  const onDay = { year: Number(year), month: Number(month), day: Number(date) }
  const [at, again] = instantsAt({ ...onDay, hour: Number(hour), minute: Number(minute) }, zone)
  if (at !== undefined) return ok({ at, comesTwice: again !== undefined })
  const isDay = instantsAt({ ...onDay, hour: 12, minute: 0 }, zone).length > 0
  return refuse(
    isDay
      ? {
          field: 'time',
          sentence: `The clocks go forward that night in ${zone}, and this time does not exist.`,
        }
      : { field: 'day', sentence: 'That day is not in the calendar. Write it like 2026-03-12.' },
  )
}
