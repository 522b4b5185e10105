import * as z from 'zod/mini'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { inside, joined, jsonFormat, members, nothing, readEach } from '../jsonFormat.ts'
import { isRecord, recordOf, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, flag, id, part, words } from '../looseFields.ts'
import { listPage } from '../nextPage.ts'
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
    const { offset, more, total } = pageOf(payload.value)
    const page = listPage({
      from: String(offset),
      came: entries.length,
      known: Math.max(offset + entries.length + (more ? 1 : 0), total),
      note: (came) =>
        `PagerDuty has more log entries than are in this file, which holds ${came}: fetch the other pages as well.`,
    })
    return joined(read, isLogEntry(payload.value) ? nothing : page)
  },
})

const pageFields = z.object({ offset: z.catch(z.number(), 0), more: flag, total: z.catch(z.number(), 0) })
const pageOf = (payload: unknown) => pageFields.parse(recordOf(payload))

const one = (located: ReturnType<typeof inside>) => (located.value === undefined ? [] : [located])
