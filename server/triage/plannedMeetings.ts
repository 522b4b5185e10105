import type { PostmortemId } from '../../shared/ids.ts'
import type { PlannedMeeting } from '../../shared/wire/stages.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'

/** All meetings over one document, the newest first. */
export const plannedMeetings = (log: MeetingLog, postmortemId: PostmortemId): PlannedMeeting[] =>
  log.meetingsOf(postmortemId).flatMap((meetingId) => {
    const meeting = log.load(meetingId)?.meeting
    if (!meeting) return []
    const { stage, status, startsAt, startedAt, endedAt, agenda, currentItemId, members } = meeting
    return [{ meetingId, stage, status, startsAt, startedAt, endedAt, agenda, currentItemId, members }]
  })
