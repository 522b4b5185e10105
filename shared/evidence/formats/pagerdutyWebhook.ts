import * as z from 'zod/mini'
import { capitalised } from '../capitalised.ts'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { inside, jsonFormat, noted, readEach } from '../jsonFormat.ts'
import { valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, flag, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'

const reference = part({ summary: words })
const incidentFields = { id, title: words, summary: words, service: reference, priority: reference }
const event = z.object({
  id,
  event_type: z.string(),
  occurred_at: anything,
  agent: reference,
  data: part({
    ...incidentFields,
    incident: part(incidentFields),
    content: words,
    message: words,
    trimmed: flag,
    user: reference,
    escalation_policy: reference,
  }),
})

const kindByType: Record<string, EventKind> = {
  'incident.triggered': 'alert',
  'incident.reopened': 'alert',
  'incident.acknowledged': 'join',
  'incident.responder.replied': 'join',
  'incident.delegated': 'escalate',
  'incident.escalated': 'escalate',
  'incident.reassigned': 'escalate',
  'incident.responder.added': 'escalate',
  'incident.resolved': 'resolve',
  'incident.status_update_published': 'comms',
}

/** Webhooks of PagerDuty, version 3: delivered again until answered, in any order. */
export const pagerdutyWebhook = jsonFormat({
  name: 'pagerduty-webhook-v3',
  label: 'PagerDuty webhook',
  isPayload: (value) =>
    typeof valueAt(value, 'event', 'event_type') === 'string' &&
    valueAt(value, 'event', 'data') !== undefined,
  read(payload, answers) {
    if (valueAt(payload.value, 'event', 'event_type') === 'pagey.ping') {
      return noted('leftOut', 'What PagerDuty sends to try a webhook (pagey.ping) was left out.')
    }
    return readEach(
      [inside(payload, 'event')],
      event,
      ({ id: nativeId, event_type: type, data, ...rest }) => {
        const about = data?.incident ?? data
        const typed = data?.content ?? data?.message ?? null
        const cutShort = data?.trimmed ? ' (PagerDuty cut the rest off)' : ''
        const who = type.startsWith('incident.responder.') ? data?.user?.summary : null
        const priority = type === 'incident.priority_updated' ? (about?.priority?.summary ?? 'none') : null
        const said = [typeInWords(type), who, priority, about?.title ?? about?.summary, typed].filter(Boolean)
        const draft = evidenceDraft({
          ...firstTiming(answers, rest.occurred_at),
          nativeId,
          text: said.join(': ') + cutShort,
          actor: rest.agent?.summary ?? 'PagerDuty', // who is nobody: the service acted by itself
          kindHint: kindByType[type] ?? (typed ? kindInWords(typed) : 'other'),
          place: about?.service?.summary ?? null,
        })
        return [told(draft, nativeId ? { identity: nativeId } : {})]
      },
    )
  },
})

/** `incident.status_update_published` → `Status update published`. */
function typeInWords(type: string): string {
  if (type === 'incident.annotated') return 'Note'
  return capitalised(type.replace(/^incident\./, '').replaceAll(/[._]/g, ' '))
}
