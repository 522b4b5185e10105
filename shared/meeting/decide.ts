import type { PersonId } from '../ids.ts'
import { ok, type Result, refuse } from '../result.ts'
import type { Situation } from './attendance.ts'
import { type Capability, can, roleOf, type Sender } from './capabilities.ts'
import type { MeetingCommand } from './commands.ts'
import { decideAgenda } from './decideAgenda.ts'
import { decideFloor } from './decideFloor.ts'
import { decideRoles } from './decideRoles.ts'
import { decideSchedule } from './decideSchedule.ts'
import { decideTakeOver } from './decideTakeOver.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'
import type { RefusalReason } from './refusals.ts'

export type Decision = Result<MeetingEvent[], RefusalReason>

/** What each command needs of its sender. Lowering, yielding and passing are also open to the person concerned. */
export const capabilityForCommand: Record<MeetingCommand['type'], Capability> = {
  chooseAgenda: 'steerAgenda',
  addAgendaItem: 'steerAgenda',
  moveAgendaItem: 'steerAgenda',
  skipAgendaItem: 'steerAgenda',
  restoreAgendaItem: 'steerAgenda',
  scheduleMeeting: 'schedule',
  startMeeting: 'openAndEnd',
  endMeeting: 'openAndEnd',
  reopenMeeting: 'openAndEnd',
  advanceAgenda: 'steerAgenda',
  goBackAgenda: 'steerAgenda',
  pauseTimebox: 'steerTimebox',
  resumeTimebox: 'steerTimebox',
  extendTimebox: 'steerTimebox',
  raiseHand: 'takeTurns',
  lowerHand: 'takeTurns',
  grantFloor: 'steerFloor',
  yieldFloor: 'takeTurns',
  startGoRound: 'steerFloor',
  passTurn: 'takeTurns',
  endGoRound: 'steerFloor',
  assignRole: 'assignRoles',
  handOverFacilitation: 'assignRoles',
  takeOverFacilitation: 'takeTurns',
  takeBackFacilitation: 'takeTurns',
  setPrompt: 'steerStage',
  setHorizon: 'steerStage',
  setReady: 'signalReady',
}

/** Whether `sender` may do this now, and what then happened. The only place that says no. */
export function decide(
  meeting: Meeting,
  command: MeetingCommand,
  sender: Sender,
  situation: Situation,
): Decision {
  const role = roleOf(meeting, sender)
  if (role === null) return refuse('notAMember')
  if (sender.as === 'projector') return refuse('readsOnly')
  if (!can(role, capabilityForCommand[command.type])) {
    return refuse(can(role, 'takeTurns') ? 'notFacilitator' : 'readsOnly')
  }
  if (meeting.status === 'ended' && command.type !== 'reopenMeeting') return refuse('meetingEnded')
  return decideAllowed(meeting, command, sender.personId, situation)
}

function decideAllowed(
  meeting: Meeting,
  command: MeetingCommand,
  sender: PersonId,
  { attendance, now }: Situation,
): Decision {
  switch (command.type) {
    case 'chooseAgenda':
    case 'addAgendaItem':
    case 'moveAgendaItem':
    case 'skipAgendaItem':
    case 'restoreAgendaItem':
    case 'startMeeting':
    case 'endMeeting':
    case 'reopenMeeting':
    case 'advanceAgenda':
    case 'goBackAgenda':
    case 'pauseTimebox':
    case 'resumeTimebox':
    case 'extendTimebox':
      return decideAgenda(meeting, command)
    case 'scheduleMeeting':
      return decideSchedule(meeting, command, now)
    case 'raiseHand':
    case 'lowerHand':
    case 'grantFloor':
    case 'yieldFloor':
    case 'startGoRound':
    case 'passTurn':
    case 'endGoRound':
      return decideFloor(meeting, command, sender)
    case 'assignRole':
    case 'handOverFacilitation':
      return decideRoles(meeting, command, sender)
    case 'takeOverFacilitation':
    case 'takeBackFacilitation':
      return decideTakeOver(meeting, command, sender, attendance)
    case 'setPrompt':
      return ok([{ type: 'promptSet', prompt: command.prompt }])
    case 'setHorizon':
      return ok([{ type: 'horizonSet', horizonAt: command.horizonAt }])
    case 'setReady':
      if (meeting.status !== 'live') return refuse('meetingNotStarted')
      if (meeting.currentItemId !== command.itemId) return refuse('agendaMovedOn')
      return ok([{ type: 'readinessSet', personId: sender, ready: command.ready }])
  }
}
