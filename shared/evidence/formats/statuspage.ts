import * as z from 'zod/mini'
import { isKnownZone } from '../../time/zonedParts.ts'
import { capitalised } from '../capitalised.ts'
import { type EvidenceAnswers, evidenceDraft } from '../evidenceDraft.ts'
import { firstTiming, instantOf } from '../firstTiming.ts'
import { hasKeys } from '../hasKeys.ts'
import { htmlText } from '../htmlText.ts'
import { inside, joined, jsonFormat, type Located, members, noted, nothing, readEach } from '../jsonFormat.ts'
import { valueAt, wordsOf } from '../jsonValues.ts'
import { anything, id, words } from '../looseFields.ts'
import { told } from '../told.ts'

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
    [value, valueAt(value, 'incident'), ...lists.map((key) => valueAt(value, key, 0))].some(isIncident),
  read(payload, answers) {
    const incidents = incidentsIn(payload)
    const zone = wordsOf(valueAt(payload.value, 'page', 'time_zone'))
    const asPage = zone && isKnownZone(zone) ? { ...answers, zone: answers.zone ?? zone } : answers
    const note = `Statuspage lists its ${MOST_LISTED} newest incidents only: older ones are not in this file.`
    const isFull = members(inside(payload, 'incidents')).length >= MOST_LISTED
    return joined(
      ...incidents.map((incident) => updatesOf(incident, asPage)),
      isFull ? noted('incomplete', note) : nothing,
    )
  },
})

function updatesOf(incident: Located, answers: EvidenceAnswers) {
  const name = wordsOf(valueAt(incident.value, 'name'))
  return readEach(members(inside(incident, 'incident_updates')), update, (one) => {
    const shown = firstTiming(answers, one.display_at, one.created_at)
    const components = one.affected_components.flatMap(({ name: component, new_status: status }) =>
      component && status ? [`${component}: ${status.replaceAll('_', ' ')}`] : [],
    )
    const body = one.body ? htmlText(one.body) : components.join(', ')
    const status = one.status?.replaceAll('_', ' ')
    const draft = evidenceDraft({
      ...shown,
      nativeId: one.id,
      recordedAt: instantOf(one.created_at, answers),
      text:
        [name, status && capitalised(status), body].filter(Boolean).join(': ') || 'An update without words',
      actor: 'Statuspage',
      kindHint: 'comms',
      place: name,
    })
    const asOf = instantOf(one.updated_at, answers)
    return [told(draft, one.id ? { identity: one.id, asOf, typed: one.body } : {})]
  })
}
