import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { unknownTime } from '../evidenceTime.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { inside, joined, jsonFormat, readEach } from '../jsonFormat.ts'
import { idOf, valueAt, wordsOf } from '../jsonValues.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'

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
const event = z.object({
  event_id: id,
  issue_id: id,
  title: words,
  message: words,
  culprit: words,
  datetime: anything,
  timestamp: anything,
  received: anything,
})
const isIssue = (value: unknown) => hasKeys(value, 'shortId', 'firstSeen')

const kindByAction: Record<string, EventKind> = {
  created: 'signal',
  unresolved: 'signal',
  resolved: 'resolve',
  assigned: 'escalate',
}

/** Webhooks of Sentry for issues and for alerts on events, and issues as its API lists them. */
export const sentry = jsonFormat({
  name: 'sentry-issue',
  label: 'Sentry issue or alert',
  isPayload: (value) =>
    isIssue(value) ||
    hasKeys(valueAt(value, 'data', 'issue'), 'title', 'firstSeen') ||
    hasKeys(valueAt(value, 'data', 'event'), 'event_id'),
  read(payload, answers) {
    const hook = inside(payload, 'data', 'issue')
    const alerted = inside(payload, 'data', 'event')
    const action = wordsOf(valueAt(payload.value, 'action')) ?? 'created'
    const actor = wordsOf(valueAt(payload.value, 'actor', 'name')) ?? 'Sentry'
    const issues = isIssue(payload.value) ? [payload] : hook.value === undefined ? [] : [hook]
    return joined(
      readEach(issues, issue, (one) => {
        const isNew = action === 'created'
        // Only the header of a webhook says when something was done to an issue, and a file has no headers.
        const timing = isNew ? firstTiming(answers, one.firstSeen) : unknownTime(null, 'time')
        const said = [isNew ? one.shortId : `${one.shortId ?? 'Issue'} ${action}`, one.title ?? one.culprit]
        const draft = evidenceDraft({
          ...timing,
          nativeId: one.id,
          endedAt: isNew ? instantOf(one.lastSeen, answers) : null,
          count: isNew && one.count !== null && /^\d{1,15}$/.test(one.count) ? Number(one.count) : null,
          text: said.filter(Boolean).join(': '),
          actor,
          kindHint: kindByAction[action] ?? 'other',
          place: one.project?.slug ?? one.project?.name ?? null,
        })
        return [told(draft, { identity: `${one.id} ${action}`, asOf: instantOf(one.lastSeen, answers) })]
      }),
      readEach(alerted.value === undefined ? [] : [alerted], event, (one) => {
        const rule = idOf(valueAt(payload.value, 'data', 'triggered_rule'))
        const said = [rule, one.title ?? one.message ?? one.culprit ?? '']
        const draft = evidenceDraft({
          ...firstTiming(answers, one.datetime, one.timestamp, one.received),
          nativeId: one.event_id,
          text: said.filter(Boolean).join(': '),
          actor: 'Sentry',
          kindHint: 'alert',
        })
        return [told(draft, { identity: `${one.event_id} ${rule}` })]
      }),
    )
  },
})
