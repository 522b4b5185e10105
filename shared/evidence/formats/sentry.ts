import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { unknownTime } from '../evidenceTime.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, type Located, readEach } from '../jsonFormat.ts'
import { idOf, listOf, valueAt, wordsOf } from '../jsonValues.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { eventTold, metricAlertTold, sentryEvent, sentryMetricAlert } from '../sentryEvent.ts'
import { type Told, told } from '../told.ts'

const issue = z.object({
  id,
  shortId: words,
  title: words,
  culprit: words,
  level: words,
  count: id,
  firstSeen: anything,
  lastSeen: anything,
  project: part({ slug: words, name: words }),
})

const isIssue = (value: unknown) => hasKeys(value, 'firstSeen') && hasKeys(value, 'lastSeen', 'title')
const isListedEvent = (value: unknown) => hasKeys(value, 'eventID', 'dateCreated')
const isEvent = (value: unknown) => hasKeys(value, 'event_id')

const kindByAction: Record<string, EventKind> = {
  created: 'signal',
  unresolved: 'signal',
  resolved: 'resolve',
  assigned: 'escalate',
}

/** Webhooks of Sentry for issues and for alerts, and issues and events as its API lists them. */
export const sentry = jsonFormat({
  name: 'sentry-issue',
  label: 'Sentry issue or alert',
  isPayload: (value) =>
    isIssue(value) ||
    isListedEvent(value) ||
    hasKeys(valueAt(value, 'data', 'issue'), 'title', 'firstSeen') ||
    hasKeys(valueAt(value, 'data', 'metric_alert'), 'alert_rule') ||
    placesOfEvents.some((way) => isEvent(valueAt(value, ...way))),
  read(payload, answers) {
    const { value } = payload
    const at = (...way: string[]) => [inside(payload, ...way)].filter((one) => one.value !== undefined)
    const action = wordsOf(valueAt(value, 'action')) ?? 'created'
    const description = wordsOf(valueAt(value, 'data', 'description_text'))
    const rule =
      idOf(valueAt(value, 'data', 'triggered_rule')) ?? idOf(listOf(valueAt(value, 'triggering_rules'))[0])
    const about = wordsOf(valueAt(value, 'message')) ?? wordsOf(valueAt(value, 'culprit'))
    const isAlert = action === 'triggered' || hasKeys(value, 'triggering_rules')
    const events = placesOfEvents.flatMap((way) => at(...way)).filter((one) => isEvent(one.value))
    return joined(
      readEach(isIssue(value) ? [payload] : at('data', 'issue'), issue, (one) =>
        issueTold(one, { action, payload, answers }),
      ),
      readEach(isListedEvent(value) ? [payload] : events, sentryEvent, (one) =>
        eventTold(one, { rule, about, kindHint: isAlert ? 'alert' : 'signal', answers }),
      ),
      readEach(at('data', 'metric_alert'), sentryMetricAlert, (one) =>
        metricAlertTold(one, { action, text: description, answers }),
      ),
    )
  },
})

/** The last is that of the plugin for webhooks that there was before integrations. */
const placesOfEvents = [['data', 'event'], ['data', 'error'], ['event']]

/** Of an action, only the header of the webhook says when it was; files rarely have kept it. */
function issueTold(
  one: z.infer<typeof issue>,
  { action, payload, answers }: { action: string; payload: Located; answers: EvidenceAnswers },
): Told[] {
  const isNew = action === 'created'
  const headers = Object.entries(payload.headers ?? {})
  const sentAt = headers.find(([name]) => name.toLowerCase() === 'sentry-hook-timestamp')?.[1]
  const doneAt = sentAt === undefined ? unknownTime(null, 'time') : firstTiming(answers, sentAt)
  const said = [isNew ? one.shortId : `${one.shortId ?? 'Issue'} ${action}`, one.title ?? one.culprit]
  const draft = evidenceDraft({
    ...(isNew ? firstTiming(answers, one.firstSeen) : doneAt),
    nativeId: one.id,
    endedAt: isNew ? instantOf(one.lastSeen, answers) : null,
    count: isNew && one.count !== null && /^\d{1,15}$/.test(one.count) ? Number(one.count) : null,
    text: said.filter(Boolean).join(': '),
    actor: wordsOf(valueAt(payload.value, 'actor', 'name')) ?? 'Sentry',
    kindHint: kindByAction[action] ?? 'other',
    place: one.project?.slug ?? one.project?.name ?? null,
  })
  return [
    told(draft, {
      identity: `${one.id} ${action} ${isNew ? '' : draft.at}`,
      asOf: instantOf(one.lastSeen, answers),
    }),
  ]
}
