/** What is gathered before the meeting: 24 things, in the groups they are shown in. */
export const readinessItems = [
  { key: 'title', group: 'facts', title: 'Title', asks: null },
  { key: 'when', group: 'facts', title: 'Date and time', asks: 'When did it begin, and when was it over?' },
  { key: 'severity', group: 'facts', title: 'Severity', asks: null },
  { key: 'services', group: 'facts', title: 'Affected services', asks: 'Which services were affected?' },
  { key: 'commander', group: 'facts', title: 'Incident commander', asks: null },
  { key: 'responders', group: 'facts', title: 'Primary responders', asks: null },
  {
    key: 'changes',
    group: 'facts',
    title: 'Changes near the window',
    asks: 'What was deployed or configured shortly before it began?',
  },
  {
    key: 'mitigation',
    group: 'facts',
    title: 'Mitigation steps',
    asks: 'What was tried to reduce the impact, and what did each step do?',
  },
  {
    key: 'recovery',
    group: 'facts',
    title: 'Rollback or recovery steps',
    asks: 'What brought it back, and how was that confirmed?',
  },
  {
    key: 'customerImpact',
    group: 'impact',
    title: 'Customer impact',
    asks: 'Who was affected, and what did they notice?',
  },
  {
    key: 'businessImpact',
    group: 'impact',
    title: 'Business impact',
    asks: 'What did it cost the business?',
  },
  { key: 'objectives', group: 'impact', title: 'SLA or SLO impact', asks: 'Was an SLA or SLO missed?' },
  {
    key: 'errorBudget',
    group: 'impact',
    title: 'Error budget',
    asks: 'How much of the error budget did it use?',
  },
  {
    key: 'tickets',
    group: 'impact',
    title: 'Support tickets',
    asks: 'Which support tickets came in, and when?',
  },
  { key: 'alertsFired', group: 'signals', title: 'Alerts that fired', asks: 'Which alerts fired, and when?' },
  {
    key: 'alertsQuiet',
    group: 'signals',
    title: 'Alerts that stayed quiet',
    asks: 'Which alert could have fired and stayed quiet?',
  },
  { key: 'graphs', group: 'signals', title: 'Monitoring graphs', asks: 'Which graph shows it best?' },
  {
    key: 'telemetry',
    group: 'signals',
    title: 'Logs, traces and metrics',
    asks: 'What do the logs, traces and metrics of that time show?',
  },
  { key: 'unknowns', group: 'signals', title: 'Known unknowns', asks: null },
  {
    key: 'chat',
    group: 'response',
    title: 'Chat threads',
    asks: 'Where was it talked about while it lasted?',
  },
  {
    key: 'escalation',
    group: 'response',
    title: 'Escalation records',
    asks: 'Who was called in, when, and how were they found?',
  },
  {
    key: 'statusPage',
    group: 'response',
    title: 'Status-page updates',
    asks: 'What was told to customers, and when?',
  },
  { key: 'timeline', group: 'meeting', title: 'Draft timeline', asks: null },
  { key: 'agenda', group: 'meeting', title: 'Agenda, facilitator and notetaker', asks: null },
] as const satisfies readonly { key: string; group: string; title: string; asks: string | null }[]

export type ReadinessKey = (typeof readinessItems)[number]['key']
export type ReadinessGroup = (typeof readinessItems)[number]['group']

export const readinessGroups: readonly { group: ReadinessGroup; title: string }[] = [
  { group: 'facts', title: 'Facts' },
  { group: 'impact', title: 'Impact' },
  { group: 'signals', title: 'Signals' },
  { group: 'response', title: 'Response' },
  { group: 'meeting', title: 'Meeting' },
]
