import type { MeetingStage } from './meeting.ts'

export const stageWords: Record<MeetingStage, string> = {
  initial: 'first review',
  review: 'review',
  deepDive: 'deep dive',
}
