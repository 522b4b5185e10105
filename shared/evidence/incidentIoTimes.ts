import * as z from 'zod/mini'
import type { EventKind } from './eventKinds.ts'
import { type EvidenceAnswers, evidenceDraft } from './evidenceDraft.ts'
import { unknownTime } from './evidenceTime.ts'
import { firstTiming, instantOf } from './firstTiming.ts'
import { inside, type Located, members, noted, type PayloadRead, readEach } from './jsonFormat.ts'
import { isRecord, valueAt } from './jsonValues.ts'
import { anything, id, part, words } from './looseFields.ts'
import { told } from './told.ts'

/** All loose: any record is one. */
const incident = z.object({ id, reference: words, name: words, mode: words, created_at: anything })
const timestamp = z.object({
  incident_timestamp: z.object({ id, name: words }),
  value: part({ value: anything }),
})

/** What the people of an incident said about when; without any of that, when it was opened. */
export function incidentIoTimes(record: Located, answers: EvidenceAnswers): PayloadRead {
  if (!isRecord(record.value)) return readEach([record], incident, () => [])
  const about = incident.parse(record.value)
  if (about.mode === 'test' || about.mode === 'tutorial') {
    return noted('leftOut', 'Incidents someone opened to try the tool (test or tutorial) were left out.')
  }
  const recordedAt = instantOf(about.created_at, answers)
  const rest = { recordedAt, actor: null, place: about.reference }
  const what = about.name ?? about.reference ?? 'an incident'

  const stamps = members(inside(record, 'incident_timestamp_values')).filter(
    ({ value }) => !isRecord(value) || Boolean(valueAt(value, 'value', 'value')),
  )
  const read = readEach(stamps, timestamp, ({ incident_timestamp: { id: nativeId, name }, value }) => {
    const text = `${name ?? 'A time without a name'}: ${what}`
    const kindHint = kindOf(name ?? '')
    const draft = evidenceDraft({ ...rest, ...firstTiming(answers, value?.value), nativeId, text, kindHint })
    // The id is that of the kind of time, the same in every incident.
    return [told(draft, { identity: `${about.id} ${nativeId}` })]
  })
  if (stamps.length > 0) return read
  // A retrospective one is opened days later, which says nothing of when it was.
  const isLate = about.mode === 'retrospective'
  const timing = isLate ? unknownTime(null, 'time') : firstTiming(answers, about.created_at)
  const text = `Incident opened: ${what}`
  const opened = evidenceDraft({ ...rest, ...timing, nativeId: about.id, text, kindHint: 'declare' })
  return { ...read, told: [told(opened, { identity: `${about.id} opened` })] }
}

const kinds: readonly (readonly [EventKind, RegExp])[] = [
  ['declare', /report|declar|accept|opened|created/i],
  ['signal', /impact|start|began/i],
  ['alert', /detect|alert/i],
  ['mitigation', /fix|mitigat|stabili|contain|restor/i],
  ['resolve', /resolv|closed|end|over/i],
  ['join', /acknowledg|engag|respon/i],
  ['hypothesis', /identif|diagnos|cause/i],
]
const kindOf = (name: string): EventKind => kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'
