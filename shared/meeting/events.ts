import * as z from 'zod/mini'
import { agendaItemId, personId } from '../ids.ts'
import { agendaItem, meetingRole, meetingStage, member } from './meeting.ts'
import { turnKind } from './turnQueue.ts'

const event = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape })

/** Everything that can have happened in a meeting. Stored forever: a shape may gain a field, never lose one. */
export const meetingEvent = z.discriminatedUnion('type', [
  /** Without a stage it is the review itself: there was no other before there were stages. */
  event('meetingCreated', { agenda: z.array(agendaItem), stage: z.optional(meetingStage) }),
  event('memberJoined', member.shape),
  event('memberRenamed', { personId, name: z.string() }),
  event('roleAssigned', { personId, role: meetingRole }),
  event('facilitationHandedOver', { fromPersonId: personId, toPersonId: personId }),
  event('facilitationTakenOver', { fromPersonId: personId, toPersonId: personId }),
  event('facilitationTakenBack', { fromPersonId: personId, toPersonId: personId }),

  event('agendaChosen', { template: z.string(), agenda: z.array(agendaItem) }),
  event('agendaItemAdded', { item: agendaItem, afterItemId: z.nullable(agendaItemId) }),
  event('agendaItemMoved', { itemId: agendaItemId, afterItemId: z.nullable(agendaItemId) }),
  event('agendaItemSkipped', { itemId: agendaItemId }),
  event('agendaItemRestored', { itemId: agendaItemId }),

  event('meetingScheduled', { startsAt: z.nullable(z.number()) }),
  event('meetingStarted', { itemId: agendaItemId }),
  event('agendaAdvanced', { fromItemId: agendaItemId, toItemId: agendaItemId }),
  event('agendaWentBack', { fromItemId: agendaItemId, toItemId: agendaItemId }),
  event('meetingEnded', {}),
  event('meetingReopened', {}),

  event('timeboxPaused', {}),
  event('timeboxResumed', {}),
  event('timeboxExtended', { itemId: agendaItemId, minutes: z.number() }),

  event('handRaised', { personId, kind: turnKind, note: z.string() }),
  event('handLowered', { personId }),
  event('floorGranted', { personId }),
  event('floorYielded', { personId }),
  event('goRoundStarted', { order: z.array(personId) }),
  event('turnPassed', { personId }),
  event('goRoundEnded', {}),

  event('promptSet', { prompt: z.nullable(z.string()) }),
  event('horizonSet', { horizonAt: z.nullable(z.number()) }),
  event('readinessSet', { personId, ready: z.boolean() }),
])
export type MeetingEvent = z.infer<typeof meetingEvent>
