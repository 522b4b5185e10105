import type { Severity } from '../../../shared/guide/severities.ts'
import type { Lowering, Sensitivity, Signal } from '../../../shared/triage/facts.ts'

export const severityMeanings: Record<Severity, string> = {
  'SEV-0': 'Everyone is stopped, or data is at risk',
  'SEV-1': 'A critical path is down',
  'SEV-2': 'Some people are slowed or blocked',
  'SEV-3': 'Small, short, or internal',
}

export const reachSignals = [
  ['customers', 'Customers'],
  ['business', 'The business'],
  ['reliability', 'What we promised: SLA, error budget'],
  ['data', 'Data: lost, wrong or exposed'],
] as const satisfies readonly (readonly [Signal, string])[]

export const learningSignals = [
  ['recurrence', 'Something like it happened before'],
  ['novelty', 'Nothing like it was seen before'],
  ['surprise', 'It surprised people who know the system'],
  ['nearMiss', 'It came close to being much worse'],
  ['slowEscalation', 'Reaching the right people took long'],
  ['confusion', 'There was much discussion or confusion'],
  ['badTiming', 'It came at a bad time'],
  ['interest', 'Somebody would like to understand it'],
] as const satisfies readonly (readonly [Signal, string])[]

export const loweringWords = [
  ['falsePositive', 'It was a false alarm'],
  ['knownIssue', 'The issue is known, and a fix is under way'],
  ['noImpact', 'It had no impact of any kind'],
  ['isolated', 'It was minor and isolated'],
  ['restatesTicket', 'A review would only repeat a ticket'],
] as const satisfies readonly (readonly [Lowering, string])[]

export const sensitivityWords = [
  ['security', 'Security'],
  ['privacy', 'Personal data'],
  ['legal', 'Legal'],
  ['compliance', 'Compliance'],
  ['customerTrust', 'A customer’s contract or trust'],
] as const satisfies readonly (readonly [Sensitivity, string])[]
