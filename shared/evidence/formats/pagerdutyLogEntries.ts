import * as z from 'zod/mini'
import type { EventKind } from '../eventKinds.ts'
import { evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { inside, joined, jsonFormat, members, noted, nothing, readEach } from '../jsonFormat.ts'
import { isRecord, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { told } from '../told.ts'

const reference = part({ id, summary: words })
const logEntry = z.object({
  id,
  type: z.string(),
  summary: words,
  created_at: anything,
  agent: reference,
  channel: part({ type: words, summary: words, content: words }),
  service: reference,
  incident: reference,
  message: words,
})

const kindByType: Record<string, EventKind> = {
  trigger: 'alert',
  acknowledge: 'join',
  assign: 'escalate',
  escalate: 'escalate',
  delegate: 'escalate',
  notify: 'escalate',
  repeat_escalation_path: 'escalate',
  exhaust_escalation_path: 'escalate',
  resolve: 'resolve',
  status_update: 'comms',
}

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
      const typed =
        entry.message ??
        (entry.channel?.type === 'note' ? (entry.channel.summary ?? entry.channel.content) : null)
      const said = [entry.summary ?? type.replaceAll('_', ' '), typed ?? entry.incident?.summary]
      const draft = evidenceDraft({
        ...firstTiming(answers, entry.created_at),
        nativeId: entry.id,
        text: said.filter(Boolean).join(' – '),
        actor: entry.agent?.summary ?? 'PagerDuty',
        kindHint: kindByType[type] ?? (typed ? kindInWords(typed) : 'other'),
        place: entry.service?.summary ?? null,
      })
      return [told(draft, entry.id ? { identity: entry.id } : {})]
    })
    const note = 'PagerDuty has more log entries than are in this file (“more”): fetch the next page as well.'
    return joined(read, valueAt(payload.value, 'more') === true ? noted('incomplete', note) : nothing)
  },
})

const one = (located: ReturnType<typeof inside>) => (located.value === undefined ? [] : [located])
