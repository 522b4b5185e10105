import * as z from 'zod/mini'
import type { EventKind } from './eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft, type Timing } from './evidenceDraft.ts'
import { firstTiming, sameTiming } from './firstTiming.ts'
import { anything, id, part, words } from './looseFields.ts'
import { type Told, told } from './told.ts'

/** As webhooks bring it, and as the API names the same things. */
export const sentryEvent = z.object({
  event_id: id,
  eventID: id,
  title: words,
  message: words,
  culprit: words,
  logentry: part({ formatted: words, message: words }),
  datetime: anything,
  timestamp: anything,
  dateCreated: anything,
  received: anything,
  dateReceived: anything,
})

type EventContext = {
  rule: string | null
  about: string | null
  kindHint: EventKind
  answers: EvidenceAnswers
}

/**
 * `rule` is what an alert on this event is called; null where nothing but the event is told. `about` is what the old
 * plugin says of the event beside it.
 */
export function eventTold(
  event: z.infer<typeof sentryEvent>,
  { rule, about, kindHint, answers }: EventContext,
): Told[] {
  const logged = event.logentry?.formatted ?? event.logentry?.message
  const said = [rule, event.title ?? event.message ?? logged ?? about ?? event.culprit ?? '']
  const nativeId = event.event_id ?? event.eventID
  const draft = evidenceDraft({
    ...timingOf(event, answers),
    nativeId,
    text: said.filter(Boolean).join(': '),
    actor: 'Sentry',
    kindHint,
  })
  return [told(draft, nativeId ? { identity: `${nativeId} ${rule}` } : {})]
}

/** Some relays leave out the zone of `datetime`, which `timestamp` has no need of. */
function timingOf(event: z.infer<typeof sentryEvent>, answers: EvidenceAnswers): Timing {
  const same = [event.datetime, event.timestamp].filter((value) => value !== undefined && value !== null)
  if (same.length > 0) return sameTiming(answers, ...same)
  return firstTiming(answers, event.dateCreated, event.received, event.dateReceived)
}

/** An alert on a metric. */
export const sentryMetricAlert = z.object({
  id,
  title: words,
  date_started: anything,
  date_detected: anything,
  date_closed: anything,
  alert_rule: part({ name: words }),
})

export function metricAlertTold(
  alert: z.infer<typeof sentryMetricAlert>,
  { action, text, answers }: { action: string; text: string | null; answers: EvidenceAnswers },
): Told[] {
  const isOver = action === 'resolved'
  const times = isOver ? [alert.date_closed] : [alert.date_detected, alert.date_started]
  const name = alert.title ?? alert.alert_rule?.name ?? 'A metric'
  const draft = evidenceDraft({
    ...firstTiming(answers, ...times),
    nativeId: alert.id,
    text: [`${name} is ${action}`, text].filter(Boolean).join(': '),
    actor: 'Sentry',
    kindHint: isOver ? 'resolve' : 'alert',
  })
  return [told(draft, { identity: `metric ${alert.id} ${action} ${draft.at}` })]
}
