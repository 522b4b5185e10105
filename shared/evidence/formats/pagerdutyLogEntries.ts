import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { inside, joined, jsonFormat, members, noted, nothing, readEach } from '../jsonFormat.ts'
import { isRecord, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { pagerdutyKinds } from '../pagerdutyKinds.ts'
import { told } from '../told.ts'

const reference = part({ id, summary: words })
const logEntry = z.object({
  id,
  type: z.string(),
  summary: words,
  created_at: anything,
  agent: reference,
  channel: part({ type: words, summary: words, content: words, subject: words, description: words }),
  service: reference,
  incident: reference,
  message: words,
})

const isLogEntry = (value: unknown): boolean =>
  isRecord(value) && typeof value.type === 'string' && /_log_entry(_reference)?$/.test(value.type)

/** The log of PagerDuty incidents, version 2: newest first, a hundred a page, at the offset that was asked for. */
export const pagerdutyLogEntries = jsonFormat({
  name: 'pagerduty-log-entries',
  label: 'PagerDuty log entries',
  isPayload: (value) =>
    isLogEntry(value) ||
    isLogEntry(valueAt(value, 'log_entry')) ||
    Array.isArray(valueAt(value, 'log_entries')),
  read(payload, answers) {
    const entries = isLogEntry(payload.value)
      ? [payload]
      : [...members(inside(payload, 'log_entries')), ...one(inside(payload, 'log_entry'))]
    const read = readEach(entries, logEntry, (entry) => {
      const type = entry.type.replace(/_log_entry(_reference)?$/, '')
      const { channel } = entry
      const typed = entry.message ?? (channel?.type === 'note' ? (channel.summary ?? channel.content) : null)
      const alert = channel?.description ?? channel?.subject ?? channel?.summary
      const about = typed ?? entry.incident?.summary ?? (type === 'trigger' ? alert : null)
      const said = [entry.summary ?? type.replaceAll('_', ' '), about]
      const draft = evidenceDraft({
        ...firstTiming(answers, entry.created_at),
        nativeId: entry.id,
        text: said.filter(Boolean).join(' – '),
        actor: entry.agent?.summary ?? 'PagerDuty',
        kindHint: pagerdutyKinds[type] ?? (typed ? kindInWords(typed) : 'other'),
        place: entry.service?.summary ?? null,
      })
      return [told(draft, entry.id ? { identity: entry.id } : {})]
    })
    const note = 'PagerDuty has more log entries than are in this file (“more”): fetch the next page as well.'
    return joined(read, valueAt(payload.value, 'more') === true ? noted('incomplete', note) : nothing)
  },
})

const one = (located: ReturnType<typeof inside>) => (located.value === undefined ? [] : [located])
