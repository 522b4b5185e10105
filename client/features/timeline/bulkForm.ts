import type { EventChange, TimelineEvent, TimelineStage } from '../../../shared/content/timeline.ts'
import { readWebLink } from '../../../shared/content/webLink.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'

/** What stands in the fields, as it was typed. An empty one leaves that part of the events as it is. */
export type BulkForm = {
  stage: TimelineStage | 'none' | ''
  minutes: string
  source: string
}

export const emptyBulkForm: BulkForm = { stage: '', minutes: '', source: '' }

/** Far more than any clock was ever wrong. */
const MOST_MINUTES = 10 * 366 * 24 * 60

/** What becomes of each event; all problems come back at once, each under its field. */
export function readBulkForm(
  form: BulkForm,
): Result<(event: TimelineEvent) => EventChange, Partial<Record<keyof BulkForm, string>>> {
  const minutes = readMinutes(form.minutes)
  const source = form.source.trim() === '' ? ok(null) : readWebLink(form.source)
  if (!minutes.ok || !source.ok) {
    return refuse({
      ...(!minutes.ok && { minutes: minutes.problem }),
      ...(!source.ok && { source: source.problem }),
    })
  }
  const byMs = minutes.value * 60_000
  return ok(({ occurred, firstSeenAt }) => ({
    ...(form.stage !== '' && { stage: form.stage === 'none' ? null : form.stage }),
    ...(source.value !== null && { sourceUrl: source.value }),
    ...(byMs !== 0 && {
      occurred: { ...occurred, at: occurred.at + byMs },
      firstSeenAt: firstSeenAt === null ? null : firstSeenAt + byMs,
    }),
  }))
}

function readMinutes(typed: string): Result<number, string> {
  const text = typed.trim().replace(/^[−–]/, '-') // as it is printed, and as it is copied
  if (text === '') return ok(0)
  if (!/^[+-]?\d+$/.test(text)) return refuse('Write whole minutes, like 60 or -15.')
  const minutes = Number(text)
  return Math.abs(minutes) <= MOST_MINUTES ? ok(minutes) : refuse('Write at most ten years, in minutes.')
}
