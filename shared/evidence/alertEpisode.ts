import * as z from 'zod/mini'
import { type EvidenceAnswers, evidenceDraft } from './evidenceDraft.ts'
import { isoTiming } from './evidenceTime.ts'
import { firstTiming } from './firstTiming.ts'
import { idOf, type JsonRecord, wordsOf } from './jsonValues.ts'
import { anything, id, pairs, words } from './looseFields.ts'
import { type Told, told } from './told.ts'

/** An alert as Alertmanager writes it, and whoever copies its webhook. */
export const alertFields = z.object({
  status: words,
  labels: pairs,
  annotations: pairs,
  startsAt: anything,
  endsAt: anything,
  fingerprint: id,
})
export type AlertFields = z.infer<typeof alertFields>

type AlertContext = {
  groupStatus: string | null
  /** Stands in for the name of an alert that has none. */
  groupTitle?: string | null
  actor: string
  answers: EvidenceAnswers
}

/**
 * That it fired, and that it was resolved if it has an end. `groupStatus` speaks for an alert of an old sender, which
 * says nothing of itself; a group that fires may hold alerts that are over.
 */
export function alertEpisode(
  alert: AlertFields,
  { groupStatus, groupTitle = null, actor, answers }: AlertContext,
): Told[] {
  const { labels, annotations } = alert
  const start = firstTiming(answers, alert.startsAt)
  const hasEnded = isoTiming(alert.endsAt, answers) !== null
  const status = alert.status ?? (hasEnded ? 'resolved' : groupStatus)
  const nativeId = alert.fingerprint ?? labelsInWords(labels)
  const says = [
    annotations.summary ?? annotations.title,
    annotations.description ?? annotations.message,
  ].flatMap((said) => wordsOf(said) ?? [])
  const rule = wordsOf(labels.rulename) // which of the rules has no data, or an error
  const name = [wordsOf(labels.alertname) ?? groupTitle ?? 'An alert', rule && `of ${rule}`]
    .filter(Boolean)
    .join(' ')
  const text = (verb: string) => [`${name} ${verb}`, ...new Set(says)].join(': ')
  const base = { nativeId, actor, place: wordsOf(labels.service) ?? wordsOf(labels.job) }
  const episode = `${nativeId} ${start.at ?? start.written}`

  const fired = evidenceDraft({ ...base, ...start, text: text('fired'), kindHint: 'alert' })
  if (status?.toLowerCase() !== 'resolved') return [told(fired, { identity: `${episode} fired` })]
  const end = firstTiming(answers, hasEnded ? alert.endsAt : undefined)
  const resolved = evidenceDraft({
    ...base,
    ...end,
    startedAt: start.at,
    text: text('resolved'),
    kindHint: 'resolve',
  })
  return [told(fired, { identity: `${episode} fired` }), told(resolved, { identity: `${episode} resolved` })]
}

/** The same labels are the same alert, in whatever order they stand. */
const labelsInWords = (labels: JsonRecord): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}=${idOf(value) ?? ''}`)
    .sort()
    .join(' ') || 'alert without labels'
