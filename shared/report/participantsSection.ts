import { type Meeting, type MeetingRole, meetingRoles } from '../meeting/meeting.ts'
import { oneLine } from './prose.ts'

const rolesInWords: Record<MeetingRole, string> = {
  facilitator: 'Facilitator',
  backupFacilitator: 'Backup facilitator',
  notetaker: 'Notetaker',
  participant: 'Participants',
  commenter: 'Commenters',
  observer: 'Observers',
}

export const participantsSection = (meeting: Pick<Meeting, 'members'>): string =>
  `## Participants\n\n${participantsOf(meeting)}`

export function participantsOf({ members }: Pick<Meeting, 'members'>): string {
  if (members.length === 0) return 'Nobody has joined the meeting yet.'
  const lines = meetingRoles.flatMap((role) => {
    const names = members.filter((member) => member.role === role).map(({ name }) => oneLine(name))
    return names.length > 0 ? [`- ${rolesInWords[role]}: ${names.join(', ')}`] : []
  })
  return lines.join('\n')
}
