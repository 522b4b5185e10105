import * as z from 'zod/mini'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { incidentIoTimes } from '../incidentIoTimes.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { listOf, valueAt } from '../jsonValues.ts'
import { kindInWords } from '../kindInWords.ts'
import { anything, id, part, words } from '../looseFields.ts'
import { nextPage } from '../nextPage.ts'
import { told } from '../told.ts'

const named = part({ name: words })
const update = z.object({
  id,
  created_at: anything,
  message: words,
  new_incident_status: part({ name: words, category: words }),
  new_severity: named,
  updater: part({ user: named, api_key: named, workflow: named }),
  merged_into_incident_id: id,
})

const isUpdate = (value: unknown) =>
  hasKeys(value, 'incident_id', 'created_at') &&
  ['new_incident_status', 'updater', 'new_severity'].some((key) => hasKeys(value, key))
const isIncident = (value: unknown) =>
  hasKeys(value, 'incident_timestamp_values') || hasKeys(value, 'reference', 'incident_status')

/** Incidents of incident.io, and the updates to them: alone, or as its API lists them. */
export const incidentIo = jsonFormat({
  name: 'incident-io',
  label: 'incident.io incident',
  isPayload: (value) =>
    [value, valueAt(value, 'incident')].some(isIncident) ||
    (listOf(valueAt(value, 'incidents')).some(isIncident) && !hasKeys(value, 'page')) || // Statuspage has both
    [value, valueAt(value, 'incident_update')].some(isUpdate) ||
    (Array.isArray(valueAt(value, 'incident_updates')) && !hasKeys(value, 'status')), // Statuspage has both
  read(payload, answers) {
    const at = (key: string) => inside(payload, key)
    const incidents = [payload, at('incident')].filter(({ value }) => isIncident(value))
    const updates = [payload, at('incident_update')].filter(({ value }) => isUpdate(value))
    return joined(
      [...incidents, ...members(at('incidents'))].map((one) => incidentIoTimes(one, answers)),
      readUpdates([...updates, ...members(at('incident_updates'))], answers),
      nextPage(valueAt(payload.value, 'pagination_meta', 'after'), 'incident.io'),
    )
  },
})

const readUpdates = (updates: Located[], answers: EvidenceAnswers): PayloadRead =>
  readEach(updates, update, (one) => {
    const status = one.new_incident_status
    const severity = one.new_severity?.name ? `Severity: ${one.new_severity.name}` : null
    const merged = one.merged_into_incident_id ? 'Merged into another incident' : null
    const by = one.updater?.user ?? one.updater?.api_key ?? one.updater?.workflow
    const hint = kindInWords(one.message ?? status?.name ?? '')
    const draft = evidenceDraft({
      ...firstTiming(answers, one.created_at),
      nativeId: one.id,
      text: [one.message, status?.name, severity, merged].filter(Boolean).join(' – '),
      actor: by?.name ?? null,
      kindHint: hint === 'other' && status?.category === 'closed' ? 'resolve' : hint,
    })
    return [told(draft, one.id ? { identity: one.id, typed: one.message } : {})]
  })
