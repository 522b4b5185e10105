import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { severities } from '../guide/severities.ts'
import { MOST_SERVICES, MOST_TITLE, serviceName, type ToldFacts } from '../triage/facts.ts'
import { type EditOrigin, impactOf, incidentOf, summaryOf } from './contentDoc.ts'
import { orNull, safeUrl } from './fields.ts'
import { fieldsOf } from './records.ts'
import { moment } from './timeline.ts'

export const incidentMoments = ['started', 'detected', 'declared', 'mitigated', 'resolved'] as const
export type IncidentMoment = (typeof incidentMoments)[number]

const moments = z.object({
  started: orNull(moment),
  detected: orNull(moment),
  declared: orNull(moment),
  mitigated: orNull(moment),
  resolved: orNull(moment),
})

/** The disruption under review, as it is known so far. */
export const incident = z.object({
  title: z.string(),
  severity: orNull(z.enum(severities)),
  services: z.catch(z.array(z.string()), []),
  /** IANA time zone in which the incident's times are told. */
  zone: z.catch(z.string(), 'UTC'),
  times: z.catch(moments, { started: null, detected: null, declared: null, mitigated: null, resolved: null }),
  impactFacts: z.catch(z.array(z.object({ metric: z.string(), value: z.number(), unit: z.string() })), []),
  sources: z.catch(z.array(safeUrl), []),
})
export type Incident = z.infer<typeof incident>

/** Null for a document nobody has seeded yet. */
export function readIncident(doc: Y.Doc): Incident | null {
  const fields = fieldsOf(incidentOf(doc))
  const parsed = incident.safeParse(fields)
  return parsed.success ? { ...parsed.data, times: { ...parsed.data.times, ...changedTimes(fields) } } : null
}

const momentOrNone = z.nullable(moment)

/**
 * A time that was changed since the document was made stands under a key of its own, so that two people who change two
 * of them at once keep both.
 */
const changedTimes = (fields: Record<string, unknown>): Partial<Incident['times']> =>
  Object.fromEntries(
    incidentMoments.flatMap((name) => {
      const changed = momentOrNone.safeParse(fields[name])
      return changed.success ? [[name, changed.data]] : []
    }),
  )

export type IncidentChange = Partial<Pick<Incident, 'title' | 'severity' | 'services'>> & {
  times?: Partial<Incident['times']>
}

/** In one transaction, to be undone as one. What is left out stays as it is. */
export function describeIncident(doc: Y.Doc, { times, ...fields }: IncidentChange, origin: EditOrigin): void {
  doc.transact(() => {
    for (const [field, value] of Object.entries({ ...fields, ...times })) incidentOf(doc).set(field, value)
  }, origin)
}

export const readSummary = (doc: Y.Doc): string => summaryOf(doc).toString()
export const readImpact = (doc: Y.Doc): string => impactOf(doc).toString()

/** What may be said of it outside its document, in lists and to the rules: within the bounds the start has. */
export function toldOf({ title, severity, services, times }: Incident): ToldFacts & { title: string | null } {
  const beganAt = instantOf(times.started?.at)
  const since = (at: number | undefined) => {
    const instant = instantOf(at)
    return instant !== null && beganAt !== null && instant < beganAt ? null : instant // it cannot have been
  }
  return {
    title: title.trim().slice(0, MOST_TITLE) || null,
    severity,
    services: services.slice(0, MOST_SERVICES).flatMap((name) => serviceName.safeParse(name).data ?? []),
    beganAt,
    noticedAt: since(times.detected?.at),
    resolvedAt: since(times.resolved?.at),
  }
}

/** Whole ms, as everything that is stored in rows. */
const instantOf = (at: number | undefined): number | null => (at === undefined ? null : Math.round(at))
