import type { TimelineStage } from '../content/timeline.ts'

/** What an event in an incident was, and the stage of the timeline it speaks of. */
export const stageByKind = {
  deploy: 'change',
  signal: 'signal',
  alert: 'detection',
  declare: 'declaration',
  escalate: 'escalation',
  join: 'escalation',
  hypothesis: 'diagnosis',
  decision: 'diagnosis',
  mitigation: 'mitigation',
  comms: 'communication',
  resolve: 'resolution',
  verify: 'recovery',
  other: null,
} as const satisfies Record<string, TimelineStage | null>
export type EventKind = keyof typeof stageByKind

export const eventKinds = Object.keys(stageByKind) as [EventKind, ...EventKind[]] // Object.keys forgets the keys
