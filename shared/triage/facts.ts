import * as z from 'zod/mini'
import { severities } from '../guide/severities.ts'

/** What makes an incident worth more of everybody's time, whatever its severity. */
export const signals = [
  'customers',
  'business',
  'reliability',
  'data',
  'nearMiss',
  'novelty',
  'recurrence',
  'surprise',
  'confusion',
  'slowEscalation',
  'badTiming',
  'interest',
] as const
export type Signal = (typeof signals)[number]

/** What says that a meeting would teach nobody anything. */
export const lowerings = ['falsePositive', 'knownIssue', 'noImpact', 'isolated', 'restatesTicket'] as const
export type Lowering = (typeof lowerings)[number]

/** What only some people may read about, until it was looked at. */
export const sensitivities = ['security', 'privacy', 'legal', 'compliance', 'customerTrust'] as const
export type Sensitivity = (typeof sensitivities)[number]

const instant = z.nullable(z.int())
/** Of an incident, in UTF-16 units. */
export const MOST_TITLE = 200
export const MOST_SERVICES = 20
export const MOST_SERVICE_NAME = 80
export const serviceName = z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_SERVICE_NAME))

/** What weighs on how an incident is reviewed and who may read of it. No document decides that, so none holds it. */
export const circumstances = z.strictObject({
  /** How many teams took part in the response; null where nobody counted. */
  teams: z.nullable(z.int().check(z.gte(0), z.lte(99))),
  /** Whether the cause is understood. */
  causeKnown: z.nullable(z.enum(['yes', 'partly', 'no'])),
  isFollowUpObvious: z.nullable(z.boolean()),
  signals: z.array(z.enum(signals)).check(z.maxLength(signals.length)),
  lowerings: z.array(z.enum(lowerings)).check(z.maxLength(lowerings.length)),
  sensitivities: z.array(z.enum(sensitivities)).check(z.maxLength(sensitivities.length)),
})
export type Circumstances = z.infer<typeof circumstances>

export const noCircumstances: Circumstances = {
  teams: null,
  causeKnown: null,
  isFollowUpObvious: null,
  signals: [],
  lowerings: [],
  sensitivities: [],
}

/** What is known of an incident: all of it may be missing. */
const knownFacts = z.strictObject({
  severity: z.nullable(z.enum(severities)),
  services: z.array(serviceName).check(z.maxLength(MOST_SERVICES)),
  /** In ms, like the next two. */
  beganAt: instant,
  noticedAt: instant,
  resolvedAt: instant,
  ...circumstances.shape,
})

export const NOTICED_TOO_EARLY = 'Noticed is before it began.'
export const RESOLVED_TOO_EARLY = 'Resolved is before it began.'

type Times = { beganAt: number | null; noticedAt: number | null; resolvedAt: number | null }
const timesInOrder = [
  z.refine<Times>(({ beganAt, noticedAt }) => !isBefore(noticedAt, beganAt), {
    path: ['noticedAt'],
    error: NOTICED_TOO_EARLY,
  }),
  z.refine<Times>(({ beganAt, resolvedAt }) => !isBefore(resolvedAt, beganAt), {
    path: ['resolvedAt'],
    error: RESOLVED_TOO_EARLY,
  }),
] as const

export const facts = knownFacts.check(...timesInOrder)
export type Facts = z.infer<typeof facts>
/** For where the severity is told by itself. */
export const factsBesideSeverity = z.omit(knownFacts, { severity: true }).check(...timesInOrder)

const isBefore = (one: number | null, other: number | null) => one !== null && other !== null && one < other

export const noFacts: Facts = {
  severity: null,
  services: [],
  beganAt: null,
  noticedAt: null,
  resolvedAt: null,
  ...noCircumstances,
}

/** What the document tells of an incident, beside its circumstances. */
export type ToldFacts = Omit<Facts, keyof Circumstances>

export const circumstancesIn = ({
  teams,
  causeKnown,
  isFollowUpObvious,
  signals,
  lowerings,
  sensitivities,
}: Circumstances): Circumstances => ({
  teams,
  causeKnown,
  isFollowUpObvious,
  signals,
  lowerings,
  sensitivities,
})

/** What makes it restricted, where it was not yet. What was looked at and opened since stays open. */
export const addsSensitivity = (from: Circumstances, to: Circumstances): boolean =>
  to.sensitivities.some((kind) => !from.sensitivities.includes(kind))

/** Only some people read it from the first save. */
export const isSensitive = ({ sensitivities }: Pick<Facts, 'sensitivities'>): boolean =>
  sensitivities.length > 0
