import type { EvidenceAnswers } from '../../shared/evidence/evidenceDraft.ts'
import { isoTiming } from '../../shared/evidence/evidenceTime.ts'
import { isKnownZone } from '../../shared/time/zonedParts.ts'

/** The flags by which someone answers beforehand what the page would ask, as they are written. */
export type AnswersAsked = {
  zone?: string | undefined
  date?: string | undefined
  'date-order'?: string | undefined
  'repeated-hour'?: string | undefined
  anchor?: string | undefined
}

const dateOrders = { dmy: 'dayFirst', mdy: 'monthFirst' } as const
const repeatedHours = { first: 'earlier', second: 'later' } as const

/** What they answer, or what is wrong with one of them. */
export function evidenceAnswers(asked: AnswersAsked): EvidenceAnswers | string {
  const { zone = null, date = null, anchor } = asked
  if (zone !== null && !isKnownZone(zone)) {
    return `there is no time zone “${zone}”. Name one like Europe/Amsterdam, UTC or +02:00.`
  }
  if (date !== null && !isDay(date)) return `“${date}” is no day. Write it like 2026-03-11.`
  const dateOrder = chosen(asked['date-order'], dateOrders)
  if (dateOrder === undefined) return `“${asked['date-order']}” is no order of a date. Write dmy or mdy.`
  const repeatedHour = chosen(asked['repeated-hour'], repeatedHours)
  if (repeatedHour === undefined) {
    return `“${asked['repeated-hour']}” is neither of two hours. Write first or second.`
  }
  const answers = { zone, date, dateOrder, repeatedHour, anchor: null }
  if (anchor === undefined) return answers
  const at = isoTiming(anchor, answers)?.at ?? null
  return at === null
    ? `“${anchor}” is no instant. Write it like 2026-03-11T10:30:00Z, or add the --zone it is in.`
    : { ...answers, anchor: at }
}

/** Null where nothing was asked for, undefined for a name there is not. */
function chosen<Value>(name: string | undefined, values: Record<string, Value>): Value | null | undefined {
  if (name === undefined) return null
  return Object.hasOwn(values, name) ? values[name] : undefined
}

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
