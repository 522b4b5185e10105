import type { MeetingRole } from '../../shared/meeting/meeting.ts'

/** A role in the meeting, alone. */
export const meetingRoleWords: Record<MeetingRole, string> = {
  facilitator: 'Facilitator',
  backupFacilitator: 'Backup facilitator',
  notetaker: 'Notetaker',
  participant: 'Participant',
  commenter: 'Takes turns, does not write',
  observer: 'Observer',
}
