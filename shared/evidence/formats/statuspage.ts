import * as z from 'zod/mini'
import { isKnownZone } from '../../time/zonedParts.ts'
import { capitalised } from '../capitalised.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { htmlText } from '../htmlText.ts'
import {
  inside,
  joined,
  jsonFormat,
  type Located,
  members,
  noted,
  nothing,
  type PayloadRead,
  readEach,
} from '../jsonFormat.ts'
import { valueAt, wordsOf } from '../jsonValues.ts'
import { anything, id, words } from '../looseFields.ts'
import { plainMarkdown } from '../plainMarkdown.ts'
import { type Told, told } from '../told.ts'

/** Statuspage lists this many incidents, the newest, and says nothing of the others. */
const MOST_LISTED = 50

const isIncident = (value: unknown) => hasKeys(value, 'incident_updates', 'status')
const update = z.object({
  id,
  status: words,
  body: words,
  created_at: anything,
  updated_at: anything,
  display_at: anything,
  affected_components: z.catch(z.array(z.object({ name: words, new_status: words })), []),
})

const lists = ['incidents', 'scheduled_maintenances']
const incidentsIn = (payload: Located): Located[] => [
  ...[payload, inside(payload, 'incident')].filter(({ value }) => isIncident(value)),
  ...lists.flatMap((key) => members(inside(payload, key))),
]

/** The public API of Statuspage, and of those who copy it: what a company told its customers, newest first. */
export const statuspage = jsonFormat({
  name: 'statuspage',
  label: 'Statuspage',
  isPayload: (value) =>
    (Array.isArray(valueAt(value, 'incidents')) && hasKeys(value, 'page')) ||
    [value, valueAt(value, 'incident'), ...lists.map((key) => valueAt(value, key, 0))].some(isIncident),
  read(payload, answers) {
    const incidents = incidentsIn(payload)
    const zone = wordsOf(valueAt(payload.value, 'page', 'time_zone'))
    const asPage = zone && isKnownZone(zone) ? { ...answers, zone: answers.zone ?? zone } : answers
    const note = `Statuspage lists its ${MOST_LISTED} newest incidents only: older ones are not in this file.`
    const isFull = members(inside(payload, 'incidents')).length >= MOST_LISTED
    return joined(
      incidents.map((incident) => updatesOf(incident, asPage)),
      isFull ? noted('incomplete', note) : nothing,
    )
  },
})

const incidentFields = z.object({ id, name: words, created_at: anything, impact: words })

/** What was published, update by update; of an incident without any, that it was opened. */
function updatesOf(incident: Located, answers: EvidenceAnswers): PayloadRead {
  const name = wordsOf(valueAt(incident.value, 'name'))
  const updates = members(inside(incident, 'incident_updates'))
  if (updates.length > 0) return readEach(updates, update, (one) => [updateTold(one, name, answers)])
  return readEach([incident], incidentFields, (one) => {
    const text = `${name ?? 'An incident without a name'}${one.impact ? ` (impact: ${one.impact})` : ''}`
    const said = { nativeId: one.id, text, actor: 'Statuspage', kindHint: 'comms' as const, place: name }
    return [told(evidenceDraft({ ...firstTiming(answers, one.created_at), ...said }))]
  })
}

function updateTold(one: z.infer<typeof update>, name: string | null, answers: EvidenceAnswers): Told {
  const components = one.affected_components.flatMap(({ name: component, new_status: status }) =>
    component && status ? [`${component}: ${status.replaceAll('_', ' ')}`] : [],
  )
  const body = one.body ? plainMarkdown(htmlText(one.body)) : components.join(', ')
  const status = one.status && capitalised(one.status.replaceAll('_', ' '))
  const draft = evidenceDraft({
    ...firstTiming(answers, one.display_at, one.created_at),
    nativeId: one.id,
    recordedAt: instantOf(one.created_at, answers),
    text: [name, status, body].filter(Boolean).join(': '),
    actor: 'Statuspage',
    kindHint: 'comms',
    place: name,
  })
  const asOf = instantOf(one.updated_at, answers)
  return told(draft, one.id ? { identity: one.id, asOf, typed: one.body } : {})
}
