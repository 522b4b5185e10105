import type { Incident, IncidentMoment } from '../content/incident.ts'
import type { TimelineEvent, TimelineStage } from '../content/timeline.ts'
import type { TimelineFinding } from './timelineFinding.ts'

type Expected = { sentence: string; stages: readonly TimelineStage[]; stated: IncidentMoment | null }

/** What every incident has. It can do without a change, an escalation or a diagnosis, so their absence says nothing. */
const expected: readonly Expected[] = [
  { sentence: 'Nothing says when it began.', stages: ['signal'], stated: 'started' },
  { sentence: 'Nothing says when it was detected.', stages: ['detection'], stated: 'detected' },
  { sentence: 'Nothing says when it was declared.', stages: ['declaration'], stated: 'declared' },
  { sentence: 'Nothing says when it was mitigated.', stages: ['mitigation'], stated: 'mitigated' },
  { sentence: 'Nothing says when the first update went out.', stages: ['communication'], stated: null },
  { sentence: 'Nothing says when it was resolved.', stages: ['resolution'], stated: 'resolved' },
  { sentence: 'Nothing says how the recovery was confirmed.', stages: ['recovery'], stated: null },
]

/** Stages that neither an event nor the incident itself gives a time. */
export function missingStages(incident: Incident, timeline: readonly TimelineEvent[]): TimelineFinding[] {
  if (timeline.length === 0) return [] // nobody has begun
  const told = new Set(timeline.map(({ stage }) => stage))
  return expected
    .filter(({ stages, stated }) => !stages.some((stage) => told.has(stage)) && !isStated(incident, stated))
    .map(({ sentence }) => ({ kind: 'missing', sentence, eventIds: [] }))
}

const isStated = ({ times }: Incident, moment: IncidentMoment | null): boolean =>
  moment !== null && times[moment] !== null
