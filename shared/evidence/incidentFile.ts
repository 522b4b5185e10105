import * as z from 'zod/mini'
import { safeUrl } from '../content/fields.ts'
import type { PostmortemDraft } from '../content/postmortemDraft.ts'
import { precisions } from '../content/timeline.ts'
import { severities } from '../guide/severities.ts'
import { problemInWords } from '../problemInWords.ts'
import { ok, type Result, refuse } from '../result.ts'
import { isKnownZone } from '../time/zonedParts.ts'
import { brokenJsonLine } from './brokenJsonLine.ts'
import { eventKinds, stageByKind } from './eventKinds.ts'

/** Where in the file something is not as the format says: a path like `timeline[3].at`, or a line for broken JSON. */
export type FileProblem = { path: string; problem: string }

/** Largest incident file that is read, in characters. */
export const MOST_FILE_CHARACTERS = 2_000_000

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
const isoInstant = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.datetime({ offset: true, precision: -1 }),
])
/** Checked by schema first: `Date.parse` reads 31 February as 3 March. An offset may lack its colon. */
const isZonedInstant = (at: string) =>
  isoInstant.safeParse(at.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).success && !Number.isNaN(Date.parse(at))
const zonedInstant = z
  .string()
  .check(
    z.refine(isZonedInstant, { error: 'a time with its offset, like 2017-01-31T18:00:00Z, is expected' }),
  )
const zone = z
  .string()
  .check(z.refine(isKnownZone, { error: 'a time zone name, like Europe/Amsterdam, is expected' }))
const precision = z.enum(precisions)
const fileMoment = z.nullable(z.object({ at: zonedInstant, precision }))

const incidentFile = z.object({
  schema: z.literal('evidence-incident/1'),
  title: words(200),
  zone,
  times: z.object({
    started: fileMoment,
    detected: fileMoment,
    declared: fileMoment,
    mitigated: fileMoment,
    resolved: fileMoment,
  }),
  severity: z.object({ stated: z.nullable(z.string()) }),
  services: z.array(words(120)).check(z.maxLength(200)),
  impact: z.object({
    summary: z.string().check(z.maxLength(20_000)),
    facts: z
      .array(z.object({ metric: words(120), value: z.number(), unit: z.string() }))
      .check(z.maxLength(200)),
  }),
  timeline: z
    .array(
      z.object({
        at: zonedInstant,
        precision,
        kind: z.enum(eventKinds),
        text: words(20_000),
        source: z.nullish(z.string()),
      }),
    )
    .check(z.maxLength(5_000)),
  trigger: z.nullable(words(20_000)),
  contributing_factors: z.array(words(20_000)).check(z.maxLength(500)),
  went_well: z.array(words(20_000)).check(z.maxLength(500)),
  where_lucky: z.array(words(20_000)).check(z.maxLength(500)),
  action_items: z
    .array(
      z.object({
        text: words(20_000),
        owner: z.nullable(words(60)),
        due: z.nullable(z.iso.date()),
      }),
    )
    .check(z.maxLength(500)),
  sources: z.array(z.object({ key: z.string(), url: z.string() })).check(z.maxLength(200)),
})
type IncidentFile = z.infer<typeof incidentFile>

/** Reads one `evidence-incident/1` file. Creates nothing; all problems come back at once, each with its path. */
export function parseIncidentFile(text: string): Result<PostmortemDraft, FileProblem[]> {
  if (text.length > MOST_FILE_CHARACTERS) {
    return refuse([
      { path: 'file', problem: `is larger than ${MOST_FILE_CHARACTERS / 1_000_000} million characters` },
    ])
  }
  const withoutMark = text.replace(/^\uFEFF/, '')
  const brokenLine = brokenJsonLine(withoutMark)
  if (brokenLine !== null) {
    const problem = 'is not JSON: a bracket, comma or quote is missing or too many'
    return refuse([{ path: `line ${brokenLine}`, problem }])
  }
  const json: unknown = JSON.parse(withoutMark)
  const parsed = incidentFile.safeParse(json, { error: problemInWords })
  if (parsed.success) return ok(draftOf(parsed.data))
  return refuse(
    parsed.error.issues.map(({ path, message }) => ({ path: pathInWords(path), problem: message })),
  )
}

function draftOf(file: IncidentFile): PostmortemDraft {
  const urlByKey = new Map(file.sources.map(({ key, url }) => [key, url]))
  const card =
    (kind: PostmortemDraft['cards'][number]['kind'], factor: 'trigger' | 'contributingFactor' | null) =>
    (text: string) => ({ kind, text, factor })
  const { times, severity } = file

  return {
    incident: {
      title: file.title,
      severity: severities.find((known) => known === severity.stated) ?? null,
      services: file.services,
      zone: file.zone,
      times: {
        started: momentOf(times.started),
        detected: momentOf(times.detected),
        declared: momentOf(times.declared),
        mitigated: momentOf(times.mitigated),
        resolved: momentOf(times.resolved),
      },
      impactFacts: file.impact.facts,
      sources: file.sources.flatMap(({ url }) => (safeUrl.safeParse(url).success ? [url] : [])),
    },
    impact: file.impact.summary,
    timeline: file.timeline.map(({ at, precision, kind, text, source }) => ({
      occurred: { at: Date.parse(at), precision },
      kind: kind === 'decision' ? 'decision' : 'event',
      stage: stageByKind[kind],
      text,
      sourceUrl: (source && urlByKey.get(source)) || null,
    })),
    cards: [
      ...(file.trigger ? [file.trigger] : []).map(card('interpretation', 'trigger')),
      ...file.contributing_factors.map(card('interpretation', 'contributingFactor')),
      ...file.went_well.map(card('wentWell', null)),
      ...file.where_lucky.map(card('luck', null)),
    ],
    actionItems: file.action_items.map(({ text, owner, due }) => ({
      outcome: text,
      owner: owner === null ? null : { personId: null, name: owner },
      dueOn: due,
    })),
  }
}

const momentOf = (stated: IncidentFile['times']['started']) =>
  stated && { at: Date.parse(stated.at), precision: stated.precision }

const pathInWords = (path: PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'file'
