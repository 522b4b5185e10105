import type { Card } from '../content/cards.ts'
import type { Incident } from '../content/incident.ts'
import type { PreparationMark } from '../content/preparationMarks.ts'
import type { RoleHolder } from '../content/roleHolders.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import type { Meeting } from '../meeting/meeting.ts'

export type ReadinessInput = {
  incident: Incident
  summary: string
  impact: string
  timeline: readonly TimelineEvent[]
  cards: readonly Card[]
  roleHolders: readonly RoleHolder[]
  marks: readonly PreparationMark[]
  meeting: Pick<Meeting, 'agenda' | 'members'>
}

/** What the data says of one thing: it is there, begun, or not there. The note says what was found, or what is still to do. */
export type Reading = { state: 'ready' | 'started' | 'missing'; note: string }

export const ready = (note = ''): Reading => ({ state: 'ready', note })
export const started = (note: string): Reading => ({ state: 'started', note })
export const missing = (note = ''): Reading => ({ state: 'missing', note })
