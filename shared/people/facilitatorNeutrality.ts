import { markIdOf, type PreparationMark } from '../content/preparationMarks.ts'
import type { RoleHolder } from '../content/roleHolders.ts'
import { type IncidentRole, incidentRoleGuide, isMajor } from '../guide/incidentRoles.ts'
import type { Severity } from '../guide/severities.ts'
import { facilitatorOf, type Meeting } from '../meeting/meeting.ts'
import type { Expected } from './coverage.ts'

type NeutralityInput = {
  meeting: Meeting
  severity: Severity | null
  roleHolders: readonly RoleHolder[]
  marks: readonly PreparationMark[]
  coverage: readonly Expected[]
}

/** `advice`: an outsider would be better. `asks`: only the facilitator can say. */
export type NeutralityNote = { kind: 'advice' | 'asks'; sentence: string }

const responding: readonly IncidentRole[] = ['incidentCommander', 'primaryResponder', 'keyResponders']

/** What speaks against this facilitator of this review, as sentences. It stops nobody. */
export function facilitatorNeutrality(input: NeutralityInput): NeutralityNote[] {
  const { meeting, severity, roleHolders, marks, coverage } = input
  const facilitator = facilitatorOf(meeting)
  if (!facilitator) return []
  const { personId, name } = facilitator
  const advice = isMajor(severity)
    ? 'For a major incident, ask someone who was not part of it.'
    : 'Someone who was not part of it may find it easier to stay neutral.'
  const notes: NeutralityNote[] = []
  const role = roleHolders.find((holder) => holder.personId === personId && responding.includes(holder.role))
  const named = coverage.find(({ markId }) => markId === markIdOf('person', personId))?.eventIds.length ?? 0
  if (role) {
    notes.push({
      kind: 'advice',
      sentence: `${name} facilitates and was part of the response (${incidentRoleGuide[role.role].title.toLowerCase()}). ${advice}`,
    })
  } else if (named > 0) {
    const events = named === 1 ? 'one event' : `${named} events`
    notes.push({
      kind: 'advice',
      sentence: `${name} facilitates, and ${events} of the timeline name them. ${advice}`,
    })
  }
  const manages = marks.find(({ id }) => id === markIdOf('manages', personId))?.says
  if (manages === 'yes') {
    notes.push({
      kind: 'advice',
      sentence: `${name} facilitates and manages someone who takes part. People speak more freely before somebody who does not.`,
    })
  } else if (manages !== 'no') {
    notes.push({ kind: 'asks', sentence: `Does ${name}, who facilitates, manage anybody who takes part?` })
  }
  return notes
}
