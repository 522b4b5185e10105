import type { MeetingRole } from '../../../shared/meeting/meeting.ts'

export const roleWords: Record<MeetingRole, string> = {
  facilitator: 'Facilitator',
  backupFacilitator: 'Backup facilitator',
  notetaker: 'Notetaker',
  participant: 'Participant',
  commenter: 'Takes turns, does not write',
  observer: 'Observer',
}
