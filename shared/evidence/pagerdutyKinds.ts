import type { EventKind } from './eventKinds.ts'

/** What was done to an incident, as log entries and the old webhooks name it. */
export const pagerdutyKinds: Readonly<Record<string, EventKind>> = {
  trigger: 'alert',
  acknowledge: 'join',
  assign: 'escalate',
  escalate: 'escalate',
  delegate: 'escalate',
  notify: 'escalate',
  repeat_escalation_path: 'escalate',
  exhaust_escalation_path: 'escalate',
  resolve: 'resolve',
  status_update: 'comms',
}
