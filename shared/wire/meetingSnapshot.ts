import * as z from 'zod/mini'
import { meetingId, postmortemId } from '../ids.ts'
import { meeting } from '../meeting/meeting.ts'

/** What everyone sees of the meeting. Clients keep the highest `version`; a gap makes them ask again. */
export const meetingSnapshot = z.object({
  postmortemId,
  meetingId,
  /** Counts the meeting's events. */
  version: z.number(),
  meeting,
})
export type MeetingSnapshot = z.infer<typeof meetingSnapshot>
