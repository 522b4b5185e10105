import type { TimelineStage } from '../../shared/content/timeline.ts'

export const stageInWords: Record<TimelineStage, string> = {
  change: 'Change',
  signal: 'Signal',
  detection: 'Detection',
  declaration: 'Declaration',
  escalation: 'Escalation',
  diagnosis: 'Diagnosis',
  mitigation: 'Mitigation',
  communication: 'Communication',
  resolution: 'Resolution',
  recovery: 'Recovery',
  aftermath: 'Aftermath',
}
