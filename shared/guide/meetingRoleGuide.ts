import type { MeetingRole } from '../meeting/meeting.ts'

/** What each role of the meeting does, and what does not go together with it. What it may do is the capability table. */
export const meetingRoleGuide: Record<MeetingRole, { does: string; mustNot: string | null }> = {
  facilitator: {
    does: 'Holds the structure, keeps calm and to the evidence, makes it safe to speak, brings it to a clear end. Speaks least.',
    mustNot: 'Does not decide or take sides; was no responder in a major incident; manages nobody here.',
  },
  backupFacilitator: {
    does: 'Watches the clock, the hands and the chat, and takes over if need be.',
    mustNot: null,
  },
  notetaker: {
    does: 'Writes in the room’s own words, and marks what is uncertain.',
    mustNot: 'Does not facilitate at the same time.',
  },
  participant: { does: 'Says what they saw, knew and did, and asks.', mustNot: null },
  commenter: { does: 'Speaks and comments; others write.', mustNot: null },
  observer: { does: 'Learns, and may ask the naive question.', mustNot: null },
}
