import * as z from 'zod/mini'
import type { AgendaTemplate } from '../guide/agendaTemplates.ts'
import { agendaItemId, personId } from '../ids.ts'
import { meetingRoles } from './meeting.ts'
import { turnKind, turnNote } from './turnQueue.ts'

const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape })

const template = z.enum([
  '30',
  '60',
  '60-learning',
  '90',
  '120',
  'initial',
]) satisfies z.ZodMiniType<AgendaTemplate>
const itemTitle = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))
const itemMinutes = z.int().check(z.minimum(1), z.maximum(240))

const instant = z.int().check(z.minimum(0))

/** Everything anyone may ask of a meeting. Fields named `from…` and `…Seen` say what was on the sender's screen. */
export const meetingCommand = z.discriminatedUnion('type', [
  command('chooseAgenda', { template }),
  command('addAgendaItem', {
    itemId: agendaItemId,
    title: itemTitle,
    plannedMinutes: itemMinutes,
    afterItemId: z.nullable(agendaItemId),
  }),
  command('moveAgendaItem', { itemId: agendaItemId, afterItemId: z.nullable(agendaItemId) }),
  command('skipAgendaItem', { itemId: agendaItemId }),
  command('restoreAgendaItem', { itemId: agendaItemId }),

  command('scheduleMeeting', { startsAt: z.nullable(instant), startsAtSeen: z.nullable(instant) }),
  command('startMeeting', {}),
  command('endMeeting', {}),
  command('reopenMeeting', {}),
  command('advanceAgenda', { fromItemId: agendaItemId }),
  command('goBackAgenda', { fromItemId: agendaItemId }),

  command('pauseTimebox', { itemId: agendaItemId }),
  command('resumeTimebox', { itemId: agendaItemId }),
  command('extendTimebox', { itemId: agendaItemId, minutes: z.int().check(z.minimum(1), z.maximum(60)) }),

  command('raiseHand', { kind: turnKind, note: turnNote }),
  command('lowerHand', { personId }),
  command('grantFloor', { personId, holderSeen: z.nullable(personId) }),
  command('yieldFloor', { holderSeen: personId }),
  command('startGoRound', { order: z.array(personId).check(z.minLength(1), z.maxLength(200)) }),
  command('passTurn', { holderSeen: personId }),
  command('endGoRound', {}),

  command('assignRole', { personId, role: z.enum(meetingRoles) }),
  command('handOverFacilitation', { toPersonId: personId }),
  command('takeOverFacilitation', { fromPersonId: personId }),
  command('takeBackFacilitation', {}),

  command('setPrompt', { prompt: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(280))) }),
  command('setHorizon', { horizonAt: z.nullable(z.number()) }),
  command('setReady', { itemId: agendaItemId, ready: z.boolean() }),
])
export type MeetingCommand = z.infer<typeof meetingCommand>
