import type { PersonId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import { type Attendance, TAKE_BACK_WITHIN_MS, takeOverAfterMs } from './attendance.ts'
import { roleOf } from './capabilities.ts'
import type { MeetingCommand } from './commands.ts'
import type { Decision } from './decide.ts'
import { facilitatorOf, type Meeting } from './meeting.ts'

type TakeOverCommand = Extract<MeetingCommand, { type: 'takeOverFacilitation' | 'takeBackFacilitation' }>

/** Failover without theft: only from someone who is gone, a backup first, and to be taken back on return. */
export function decideTakeOver(
  meeting: Meeting,
  command: TakeOverCommand,
  sender: PersonId,
  attendance: Attendance,
): Decision {
  const facilitatorId = facilitatorOf(meeting)?.personId
  if (facilitatorId === undefined) return refuse('noSuchPerson')
  if (facilitatorId === sender) return refuse('alreadyFacilitator')

  switch (command.type) {
    case 'takeOverFacilitation': {
      if (facilitatorId !== command.fromPersonId) return refuse('facilitatorChanged')
      const goneMs = attendance.goneMs(facilitatorId)
      if (goneMs === 0) return refuse('facilitatorIsHere')
      const isBackup = roleOf(meeting, { as: 'person', personId: sender }) === 'backupFacilitator'
      if (goneMs < takeOverAfterMs[isBackup ? 'backupFacilitator' : 'others']) {
        return refuse('facilitatorJustLeft')
      }
      return ok([{ type: 'facilitationTakenOver', fromPersonId: facilitatorId, toPersonId: sender }])
    }
    case 'takeBackFacilitation':
      if (meeting.takenOverFrom !== sender || attendance.hereMs(sender) > TAKE_BACK_WITHIN_MS) {
        return refuse('nothingToTakeBack')
      }
      return ok([{ type: 'facilitationTakenBack', fromPersonId: facilitatorId, toPersonId: sender }])
  }
}
