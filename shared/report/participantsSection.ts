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

export function participantsSection({ members }: Meeting): string {
  if (members.length === 0) return '## Participants\n\nNobody has joined the meeting yet.'
  const lines = meetingRoles.flatMap((role) => {
    const names = members.filter((member) => member.role === role).map(({ name }) => oneLine(name))
    return names.length > 0 ? [`- ${rolesInWords[role]}: ${names.join(', ')}`] : []
  })
  return `## Participants\n\n${lines.join('\n')}`
}
