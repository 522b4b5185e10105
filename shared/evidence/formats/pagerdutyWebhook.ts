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
    incident_workflow: reference,
    conference_url: words,
    assignees: z.catch(z.array(reference), []),
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
    ['data', 'occurred_at'].some((key) => valueAt(value, 'event', key) !== undefined),
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
        const what = about?.title ?? about?.summary
        const said = [typeInWords(type), detailOf(type, data), what, typed].filter(Boolean)
        const draft = evidenceDraft({
          ...firstTiming(answers, rest.occurred_at),
          nativeId,
          text: said.join(': ') + cutShort,
          actor: rest.agent?.summary ?? 'PagerDuty', // who is nobody: the service acted by itself
          kindHint: kindByType[type] ?? (typed ? kindInWords(typed) : 'other'),
          place: about?.service?.summary ?? data?.service?.summary ?? null,
        })
        return [told(draft, nativeId ? { identity: nativeId } : {})]
      },
    )
  },
})

/** What a type of event is about besides its incident: whom, which priority, which call. */
function detailOf(type: string, data: z.infer<typeof event>['data']): string | null | undefined {
  if (type.startsWith('incident.responder.')) return data?.user?.summary
  if (type.startsWith('incident.workflow.')) return data?.incident_workflow?.summary ?? data?.summary
  if (type === 'incident.conference_bridge.updated') return data?.conference_url
  if (type === 'incident.priority_updated') return (data?.incident ?? data)?.priority?.summary ?? 'none'
  const isGiven = type === 'incident.reassigned' || type === 'incident.delegated'
  return isGiven ? data?.assignees.flatMap((one) => one?.summary ?? []).join(', ') : null
}

/** `incident.status_update_published` → `Status update published`. */
function typeInWords(type: string): string {
  if (type === 'incident.annotated') return 'Note'
  return capitalised(type.replace(/^incident\./, '').replaceAll(/[._]/g, ' '))
}
