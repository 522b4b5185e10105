import { type Capability, can, capabilities } from './capabilities.ts'
import { type MeetingRole, meetingRoles } from './meeting.ts'

const wordsOf: Record<Capability, string> = {
  schedule: 'Choose when it starts, send the material',
  openAndEnd: 'Open and end the meeting',
  steerAgenda: 'Move along the agenda',
  steerTimebox: 'Start, pause and extend the clock',
  steerFloor: 'Give and take the floor',
  steerStage: 'Choose what the shared screen shows',
  assignRoles: 'Change what others may do here',
  takeTurns: 'Raise a hand, speak, answer the questions',
  signalReady: 'Say that they are ready to move on',
  comment: 'Comment',
  editContent: 'Write the timeline, cards, actions and notes',
  revealAnswers: 'Open the sealed answers',
  moderateComments: 'Remove a comment of somebody else',
}

/** The table by which the server decides, one row for each thing that can be done. */
export const capabilityRows = (): { capability: Capability; words: string; roles: MeetingRole[] }[] =>
  capabilities.map((capability) => ({
    capability,
    words: wordsOf[capability],
    roles: meetingRoles.filter((role) => can(role, capability)),
  }))
