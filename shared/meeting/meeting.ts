import * as z from 'zod/mini'
import { meetingSteps } from '../guide/agendaTemplates.ts'
import { agendaItemId, personId } from '../ids.ts'
import { timebox } from './timebox.ts'
import { turn } from './turnQueue.ts'

export const meetingRoles = [
  'facilitator',
  'backupFacilitator',
  'notetaker',
  'participant',
  'commenter',
  'observer',
] as const
export const meetingRole = z.enum(meetingRoles)
export type MeetingRole = z.infer<typeof meetingRole>

/** Someone who has joined. Being on the roster says nothing about being connected: that is presence. */
export const member = z.object({ personId, name: z.string(), role: meetingRole })
export type Member = z.infer<typeof member>

export const agendaItem = z.object({
  id: agendaItemId,
  /** Null for an item the group added itself. */
  step: z.nullable(z.enum(meetingSteps)),
  title: z.string(),
  plannedMinutes: z.number(),
  extendedMinutes: z.number(),
  /** Time the clock has run on this item, up to the last pause or change of item. */
  spentMs: z.number(),
  skipped: z.boolean(),
})
export type AgendaItem = z.infer<typeof agendaItem>

/**
 * One postmortem may be reviewed in several meetings: a first review of a major incident within 24 hours, the review
 * itself, and deep dives into what stays unresolved.
 */
export const meetingStages = ['initial', 'review', 'deepDive'] as const
export const meetingStage = z.enum(meetingStages)
export type MeetingStage = z.infer<typeof meetingStage>

export const meeting = z.object({
  stage: z._default(meetingStage, 'review'),
  status: z.enum(['scheduled', 'live', 'ended']),
  /** When it is planned to start; null while no time is chosen. Nothing starts by itself. */
  startsAt: z._default(z.nullable(z.number()), null),
  startedAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
  agenda: z.array(agendaItem),
  currentItemId: z.nullable(agendaItemId),
  timebox,
  members: z.array(member),
  /** Who lost the role of facilitator with their connection, and may take it back; null once that is settled. */
  takenOverFrom: z.nullable(personId),
  floor: z.nullable(z.object({ holderId: personId, since: z.number() })),
  /** Whoever waits to speak, first come first. */
  turnQueue: z.array(turn),
  /** Who is still to be heard in the go-round, in order; null when there is none. */
  goRound: z.nullable(z.array(personId)),
  /** What the facilitator asks the room; null shows the question that belongs to the current step. */
  prompt: z.nullable(z.string()),
  /** The moment from which the past is looked at; null shows everything. */
  horizonAt: z.nullable(z.number()),
  /** Who is ready to leave the current item. Empty again on every new item. */
  ready: z.array(personId),
})
export type Meeting = z.infer<typeof meeting>

export const emptyMeeting: Meeting = {
  stage: 'review',
  status: 'scheduled',
  startsAt: null,
  startedAt: null,
  endedAt: null,
  agenda: [],
  currentItemId: null,
  timebox: { state: 'idle' },
  members: [],
  takenOverFrom: null,
  floor: null,
  turnQueue: [],
  goRound: null,
  prompt: null,
  horizonAt: null,
  ready: [],
}

export const memberOf = (meeting: Meeting, id: string): Member | undefined =>
  meeting.members.find((member) => member.personId === id)

export const facilitatorOf = (meeting: Pick<Meeting, 'members'>): Member | undefined =>
  meeting.members.find((member) => member.role === 'facilitator')

/** 1 to 8, by order of joining, the same on every screen. A colour never stands alone: the name is beside it. */
export function colourOf(meeting: Meeting, id: string): number {
  const position = meeting.members.findIndex((member) => member.personId === id)
  return (Math.max(position, 0) % 8) + 1
}
