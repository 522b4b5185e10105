import type { MeetingStage } from './meeting.ts'

export const stageWords: Record<MeetingStage, string> = {
  initial: 'first review',
  review: 'review',
  deepDive: 'deep dive',
}

const stageNames: Record<MeetingStage, string> = {
  initial: 'First review',
  review: 'Full review',
  deepDive: 'Deep dive',
}

/** What each of several meetings is called, the oldest first: a second deep dive is `Deep dive 2`. */
export const meetingNames = (stages: readonly MeetingStage[]): string[] =>
  stages.map((stage, position) => {
    const number = stages.slice(0, position + 1).filter((other) => other === stage).length
    return number === 1 ? stageNames[stage] : `${stageNames[stage]} ${number}`
  })
