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

/** As what someone sits down, and whether they facilitate if nobody does yet. */
export type Seat = { role: 'participant' | 'commenter' | 'observer'; mayFacilitate: boolean }

/** What a colleague chooses by themselves. */
export const ownSeat = (asObserver: boolean): Seat => ({
  role: asObserver ? 'observer' : 'participant',
  mayFacilitate: !asObserver,
})

/** A guest takes the seat they were given, or only watches. */
export const guestSeat = (given: Seat['role'], asObserver: boolean): Seat => ({
  role: asObserver ? 'observer' : given,
  mayFacilitate: false,
})

/**
 * Someone opens the link. The first colleague to come facilitates until the role is handed over; joining again changes
 * nothing but the name.
 */
export function decideJoin(
  meeting: Meeting,
  person: Omit<Member, 'role'>,
  { role, mayFacilitate }: Seat,
): MeetingEvent[] {
  const known = memberOf(meeting, person.personId)
  if (known) return known.name === person.name ? [] : [{ type: 'memberRenamed', ...person }]
  const facilitates = mayFacilitate && facilitatorOf(meeting) === undefined
  return [{ type: 'memberJoined', ...person, role: facilitates ? 'facilitator' : role }]
}

/** Someone who was here before comes by a new guest link: the seat is the link's. A meeting keeps its facilitator. */
export function decideSeatAgain(meeting: Meeting, personId: PersonId, role: Seat['role']): MeetingEvent[] {
  const known = memberOf(meeting, personId)
  if (!known || known.role === role || known.role === 'facilitator') return []
  return [{ type: 'roleAssigned', personId, role }]
}
