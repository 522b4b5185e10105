import type * as Y from 'yjs'
import * as z from 'zod/mini'
import { severities } from '../guide/severities.ts'
import { impactOf, incidentOf, summaryOf } from './contentDoc.ts'
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

/** The disruption under review, as it was known when the postmortem was created. */
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
  const parsed = incident.safeParse(fieldsOf(incidentOf(doc)))
  return parsed.success ? parsed.data : null
}

export const readSummary = (doc: Y.Doc): string => summaryOf(doc).toString()
export const readImpact = (doc: Y.Doc): string => impactOf(doc).toString()
