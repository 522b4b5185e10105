import {
  type Incident,
  type IncidentChange,
  type IncidentMoment,
  incidentMoments,
} from '../../../shared/content/incident.ts'
import { isSame } from '../../../shared/content/notesCopy.ts'
import type { Moment } from '../../../shared/content/timeline.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { typedTime } from '../../../shared/time/typedTime.ts'
import { readTime } from './startForm.ts'

/** What stands in the fields, as it was typed. */
export type IncidentForm = Pick<Incident, 'title' | 'severity' | 'services'> & Record<IncidentMoment, string>
export type IncidentProblems = Partial<Record<'title' | IncidentMoment, string>>

export const momentWords: Record<IncidentMoment, string> = {
  started: 'Began',
  detected: 'Noticed',
  declared: 'Declared',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
}

export const formOf = ({ title, severity, services, times, zone }: Incident): IncidentForm => {
  const typed = (name: IncidentMoment) => typedMoment(times[name], zone)
  return {
    title,
    severity,
    services,
    started: typed('started'),
    detected: typed('detected'),
    declared: typed('declared'),
    mitigated: typed('mitigated'),
    resolved: typed('resolved'),
  }
}

/** Where only the order is known, the clock time is a placeholder nobody should see. */
const typedMoment = (moment: Moment | null, zone: string): string =>
  moment === null || moment.precision === 'order' ? '' : typedTime(moment.at, zone)

/**
 * What differs from the incident as it was `before`, so that nothing else is written over. A field nobody touched keeps
 * its time to the second and is not judged; all problems of the others come back at once.
 */
export function readIncidentForm(
  form: IncidentForm,
  { before, now }: { before: Incident; now: number },
): Result<IncidentChange, IncidentProblems> {
  const { zone } = before
  const was = formOf(before)
  const near = before.times.started?.at ?? now
  const started = readTime(form.started, { zone, near, now })
  const typedBegan = started.ok ? started.value : null
  const beganAt = form.started === was.started ? (before.times.started?.at ?? null) : typedBegan
  const problems: IncidentProblems = form.title.trim() === '' ? { title: 'Give it a title.' } : {}
  const times: IncidentChange['times'] = {}
  for (const name of incidentMoments) {
    const isTouched = form[name] !== was[name]
    if (!isTouched && (form.started === was.started || form[name] === '')) continue
    const read = readTime(form[name], { zone, near: beganAt ?? near, now })
    if (!read.ok) problems[name] = read.problem
    else if (name !== 'started' && read.value !== null && beganAt !== null && read.value < beganAt)
      problems[name] = `${momentWords[name]} is before it began.`
    else if (isTouched) times[name] = read.value === null ? null : { at: read.value, precision: 'minute' }
  }
  if (Object.keys(problems).length > 0) return refuse(problems)
  const { severity, services } = form
  const title = form.title.trim()
  return ok({
    ...(title !== before.title && { title }),
    ...(severity !== before.severity && { severity }),
    ...(!isSame(services, before.services) && { services }),
    ...(Object.keys(times).length > 0 && { times }),
  })
}
