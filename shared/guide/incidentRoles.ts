import type { Sensitivity, Signal } from '../triage/facts.ts'
import { type Severity, severities } from './severities.ts'

/** What people were during the incident, or answer for since. What somebody is in the meeting is a meeting role. */
export const incidentRoles = [
  'postmortemOwner',
  'incidentCommander',
  'primaryResponder',
  'keyResponders',
  'engineeringLead',
  'product',
  'customerSupport',
  'platform',
  'executives',
  'security',
  'legal',
  'customerSuccess',
] as const
export type IncidentRole = (typeof incidentRoles)[number]

type RoleInGuide = {
  title: string
  /** What the review would lack without them. */
  brings: string
  /** What does not go together with it; null where anything does. */
  mustNot: string | null
  /** From this severity on, every review needs one; null where it only ever helps. */
  requiredFrom: Severity | null
  /** What makes it worth inviting one where it is not required, and why. */
  helpsWith: readonly { facts: readonly (Signal | Sensitivity)[]; why: string }[]
}

export const incidentRoleGuide: Record<IncidentRole, RoleInGuide> = {
  postmortemOwner: {
    title: 'Postmortem owner',
    brings: 'The draft, the invitations, and the follow-through afterwards.',
    mustNot: 'Never chosen because of what they did during the incident.',
    requiredFrom: 'SEV-3',
    helpsWith: [],
  },
  incidentCommander: {
    title: 'Incident commander',
    brings: 'How the response was organised: decisions, escalation, coordination.',
    mustNot: 'Does not facilitate the review of a major incident.',
    requiredFrom: 'SEV-2',
    helpsWith: [],
  },
  primaryResponder: {
    title: 'Primary responder',
    brings: 'The alerts and signals as they came, what was tried, what helped and what slowed it.',
    mustNot: null,
    requiredFrom: 'SEV-3',
    helpsWith: [],
  },
  keyResponders: {
    title: 'Key responders',
    brings: 'How each system that was touched works, and what it did.',
    mustNot: null,
    requiredFrom: 'SEV-2',
    helpsWith: [],
  },
  engineeringLead: {
    title: 'Engineering lead',
    brings: 'Who owns what, priorities, staffing, and debts that were there before.',
    mustNot: 'Speaks after those who were there.',
    requiredFrom: 'SEV-2',
    helpsWith: [],
  },
  product: {
    title: 'Product',
    brings: 'What it meant for people and the business, and which trade-offs are open.',
    mustNot: null,
    requiredFrom: 'SEV-1',
    helpsWith: [{ facts: ['customers', 'business'], why: 'Customers or the business were affected.' }],
  },
  customerSupport: {
    title: 'Customer support',
    brings: 'Tickets, complaints, what confused people, where words were missing.',
    mustNot: null,
    requiredFrom: 'SEV-1',
    helpsWith: [{ facts: ['customers'], why: 'Customers were affected.' }],
  },
  platform: {
    title: 'QA, SRE, platform or observability',
    brings: 'What monitoring, alerts, runbooks, tests and telemetry could show.',
    mustNot: null,
    requiredFrom: 'SEV-1',
    helpsWith: [
      { facts: ['reliability'], why: 'A promise of reliability was touched.' },
      { facts: ['slowEscalation'], why: 'Reaching the right people took long.' },
    ],
  },
  executives: {
    title: 'Executives',
    brings: 'The authority to change priorities; they listen first.',
    mustNot: 'Does not dominate.',
    requiredFrom: null,
    helpsWith: [{ facts: ['business'], why: 'The business was affected.' }],
  },
  security: {
    title: 'Security',
    brings: 'What access, exposure or abuse mean here.',
    mustNot: null,
    requiredFrom: null,
    helpsWith: [{ facts: ['security', 'data'], why: 'Security or data is touched.' }],
  },
  legal: {
    title: 'Compliance or legal',
    brings: 'What law, privacy and contracts ask for, and what may be told to whom.',
    mustNot: null,
    requiredFrom: null,
    helpsWith: [
      { facts: ['privacy', 'legal', 'compliance'], why: 'Personal data, law or a rule is touched.' },
    ],
  },
  customerSuccess: {
    title: 'Customer success',
    brings: 'Which customers need to hear more, and how much they still trust us.',
    mustNot: null,
    requiredFrom: null,
    helpsWith: [{ facts: ['customerTrust'], why: 'A customer’s contract or trust is touched.' }],
  },
}

/** With no severity it is prepared like a SEV-2. */
const IF_UNKNOWN: Severity = 'SEV-2'

export const isMajor = (severity: Severity | null): boolean => severity === 'SEV-0' || severity === 'SEV-1'

export const isRequired = (role: IncidentRole, severity: Severity | null): boolean => {
  const { requiredFrom } = incidentRoleGuide[role]
  return (
    requiredFrom !== null && severities.indexOf(severity ?? IF_UNKNOWN) <= severities.indexOf(requiredFrom)
  )
}

/** Why a role that is not required would still help; none where nothing known says so. */
export const reasonsToInvite = (
  role: IncidentRole,
  facts: readonly (Signal | Sensitivity)[],
): readonly string[] =>
  incidentRoleGuide[role].helpsWith
    .filter((helps) => helps.facts.some((fact) => facts.includes(fact)))
    .map(({ why }) => why)
