import type { PersonId } from '../ids.ts'
import { type Meeting, type MeetingRole, memberOf } from './meeting.ts'

/** Who asks: from the session, never from the payload. The shared screen is a reader of its own. */
export type Sender = { as: 'person'; personId: PersonId } | { as: 'projector' }

export const capabilities = [
  'schedule',
  'openAndEnd',
  'steerAgenda',
  'steerTimebox',
  'steerFloor',
  'steerStage',
  'assignRoles',
  'takeTurns',
  'signalReady',
  'comment',
  'editContent',
  'revealAnswers',
  'moderateComments',
] as const
export type Capability = (typeof capabilities)[number]

const capabilitiesByRole: Record<MeetingRole | 'projector', readonly Capability[]> = {
  facilitator: capabilities,
  backupFacilitator: [
    'schedule',
    'steerAgenda',
    'steerTimebox',
    'steerFloor',
    'steerStage',
    'takeTurns',
    'signalReady',
    'comment',
    'editContent',
  ],
  notetaker: ['takeTurns', 'signalReady', 'comment', 'editContent'],
  participant: ['takeTurns', 'signalReady', 'comment', 'editContent'],
  commenter: ['takeTurns', 'signalReady', 'comment'],
  observer: [],
  projector: [],
}

export type SeatedRole = MeetingRole | 'projector'

export const can = (role: SeatedRole | null, capability: Capability): boolean =>
  role !== null && capabilitiesByRole[role].includes(capability)

/** Null for someone who has not joined. */
export function roleOf(meeting: Meeting, sender: Sender): SeatedRole | null {
  if (sender.as === 'projector') return 'projector'
  return memberOf(meeting, sender.personId)?.role ?? null
}

/** After the end only those who finish the report still write. */
export function mayEditContent(meeting: Meeting, sender: Sender): boolean {
  const role = roleOf(meeting, sender)
  if (meeting.status === 'ended') return role === 'facilitator' || role === 'notetaker'
  return can(role, 'editContent')
}
