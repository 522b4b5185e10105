import * as z from 'zod/mini'
import { meetingId, postmortemId } from '../ids.ts'
import { meeting } from '../meeting/meeting.ts'
import { endpoint } from './endpoint.ts'

/** One of the meetings that share a postmortem's document. Each has an agenda and a log of its own. */
export const plannedMeeting = z.object({
  meetingId,
  ...z.pick(meeting, {
    stage: true,
    status: true,
    startsAt: true,
    startedAt: true,
    endedAt: true,
    agenda: true,
    currentItemId: true,
    members: true,
  }).shape,
})
export type PlannedMeeting = z.infer<typeof plannedMeeting>

const byPostmortem = z.object({ postmortemId })

/** The newest first: the one that people are in, or will be. */
export const listMeetingsEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/meetings',
  params: byPostmortem,
  body: z.undefined(),
  answer: z.object({ meetings: z.array(plannedMeeting) }),
})

/** After one has ended: everyone in it is in the next one as well, with the same role. */
export const planMeetingEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/meetings',
  params: byPostmortem,
  body: z.strictObject({ stage: z.enum(['review', 'deepDive']) }),
  answer: z.object({ meetingId }),
})
