import type { PersonId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import type { MeetingCommand } from './commands.ts'
import type { Decision } from './decide.ts'
import type { MeetingEvent } from './events.ts'
import { facilitatorOf, type Meeting, type Member, memberOf } from './meeting.ts'

type RoleCommand = Extract<MeetingCommand, { type: 'assignRole' | 'handOverFacilitation' }>

export function decideRoles(meeting: Meeting, command: RoleCommand, sender: PersonId): Decision {
  switch (command.type) {
    case 'assignRole': {
      const person = memberOf(meeting, command.personId)
      if (!person) return refuse('noSuchPerson')
      if (person.role === 'facilitator' && command.role !== 'facilitator')
        return refuse('facilitatorMustHandOver')
      if (command.role === 'facilitator') return decideHandOver(meeting, command.personId, sender)
      return ok([{ type: 'roleAssigned', personId: command.personId, role: command.role }])
    }
    case 'handOverFacilitation':
      return decideHandOver(meeting, command.toPersonId, sender)
  }
}

function decideHandOver(meeting: Meeting, toPersonId: PersonId, sender: PersonId): Decision {
  const to = memberOf(meeting, toPersonId)
  if (!to) return refuse('noSuchPerson')
  if (to.role === 'facilitator') return refuse('alreadyFacilitator')
  return ok([{ type: 'facilitationHandedOver', fromPersonId: sender, toPersonId }])
}

/**
 * Someone opens the link. The first one to come facilitates until the role is handed over; joining again changes
 * nothing but the name.
 */
export function decideJoin(
  meeting: Meeting,
  person: Omit<Member, 'role'>,
  asObserver: boolean,
): MeetingEvent[] {
  const known = memberOf(meeting, person.personId)
  if (known) return known.name === person.name ? [] : [{ type: 'memberRenamed', ...person }]
  const first = facilitatorOf(meeting) === undefined && !asObserver
  return [
    {
      type: 'memberJoined',
      ...person,
      role: first ? 'facilitator' : asObserver ? 'observer' : 'participant',
    },
  ]
}
