import * as z from 'zod/mini'
import { capitalised } from '../capitalised.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { inside, jsonFormat, members, readEach } from '../jsonFormat.ts'
import { listOf, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { pagerdutyKinds } from '../pagerdutyKinds.ts'
import { told } from '../told.ts'

const named = part({ name: words, summary: words })
const incident = part({
  title: words,
  description: words,
  summary: words,
  service: named,
  trigger_summary_data: part({ subject: words, description: words }),
  last_status_change_by: named,
})
const logEntry = z.object({ agent: named, channel: part({ type: words, summary: words, content: words }) })
const message = z.object({
  id,
  /** What version 1 calls `type`. */
  event: words,
  type: words,
  created_on: anything,
  incident,
  data: part({ incident }),
  log_entries: z.catch(z.array(logEntry), []),
})

const isMessage = (value: unknown): boolean =>
  [valueAt(value, 'event'), valueAt(value, 'type')].some(
    (type) => typeof type === 'string' && /^incident\.[a-z]/.test(type),
  ) &&
  (valueAt(value, 'incident') !== undefined || valueAt(value, 'data', 'incident') !== undefined)

/** Webhooks of PagerDuty before version 3: several messages in one delivery, each with its log entries. */
export const pagerdutyOldWebhook = jsonFormat({
  name: 'pagerduty-webhook-v3',
  label: 'PagerDuty webhook before version 3',
  isPayload: (value) => isMessage(value) || listOf(valueAt(value, 'messages')).some(isMessage),
  read: (payload, answers) =>
    readEach(
      isMessage(payload.value) ? [payload] : members(inside(payload, 'messages')),
      message,
      ({ id: nativeId, created_on, log_entries: [entry], ...one }) => {
        const type = (one.event ?? one.type ?? 'incident').replace(/^incident\./, '')
        const about = one.incident ?? one.data?.incident
        const subject = about?.trigger_summary_data
        const what =
          about?.title ?? about?.description ?? subject?.subject ?? subject?.description ?? about?.summary
        const note = entry?.channel?.type === 'note' ? (entry.channel.summary ?? entry.channel.content) : null
        const agent = entry?.agent ?? about?.last_status_change_by
        const draft = evidenceDraft({
          ...firstTiming(answers, created_on),
          nativeId,
          text: [capitalised(type), what, note].filter(Boolean).join(': '),
          actor: agent?.summary ?? agent?.name ?? 'PagerDuty',
          kindHint: pagerdutyKinds[type] ?? kindInWords(note ?? ''),
          place: about?.service?.summary ?? about?.service?.name ?? null,
        })
        return [told(draft, nativeId ? { identity: nativeId } : {})]
      },
    ),
})
