import * as z from 'zod/mini'
import type { EventKind } from './eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft, type Timing } from './evidenceDraft.ts'
import { knownTime, unknownTime } from './evidenceTime.ts'
import { firstTiming, instantOf } from './firstTiming.ts'
import { amount, anything, id, part, words } from './looseFields.ts'
import { type Told, told } from './told.ts'

export const opsgenieAlert = z.object({
  id,
  message: words,
  status: words,
  createdAt: anything,
  lastOccurredAt: anything,
  count: amount,
  entity: words,
  report: part({ ackTime: amount, closeTime: amount, acknowledgedBy: words, closedBy: words }),
})

/** What an alert tells of its past without its log: `ackTime` and `closeTime` are ms after its creation. */
export function opsgenieEpisode(alert: z.infer<typeof opsgenieAlert>, answers: EvidenceAnswers): Told[] {
  const { report, message } = alert
  const created = firstTiming(answers, alert.createdAt)
  const after = (ms: number | null | undefined) =>
    typeof ms === 'number' && ms > 0 && ms < 1e12 && created.at !== null ? knownTime(created.at + ms) : null
  const tell = (timing: Timing, verb: string, kindHint: EventKind, actor: string | null | undefined) => {
    const text = `Alert ${verb}: ${message ?? 'without a message'}`
    const said = { ...timing, nativeId: alert.id, text, kindHint, actor: actor ?? null, place: alert.entity }
    const many =
      verb === 'created' ? { count: alert.count, endedAt: instantOf(alert.lastOccurredAt, answers) } : {}
    return told(evidenceDraft({ ...said, ...many }), { identity: `${alert.id} ${verb}` })
  }

  const acknowledged = after(report?.ackTime)
  const closed = after(report?.closeTime) ?? (alert.status === 'closed' ? unknownTime(null, 'time') : null)
  return [
    tell(created, 'created', 'alert', 'Opsgenie'),
    ...(acknowledged ? [tell(acknowledged, 'acknowledged', 'join', report?.acknowledgedBy)] : []),
    ...(closed ? [tell(closed, 'closed', 'resolve', report?.closedBy)] : []),
  ]
}
