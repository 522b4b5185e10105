import type { PersonId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import { can, roleOf } from './capabilities.ts'
import type { MeetingCommand } from './commands.ts'
import type { Decision } from './decide.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'

type FloorCommand = Extract<
  MeetingCommand,
  {
    type: 'raiseHand' | 'lowerHand' | 'grantFloor' | 'yieldFloor' | 'startGoRound' | 'passTurn' | 'endGoRound'
  }
>

export function decideFloor(meeting: Meeting, command: FloorCommand, sender: PersonId): Decision {
  const roleOfPerson = (personId: PersonId) => roleOf(meeting, { as: 'person', personId })
  const takesTurns = (personId: PersonId) => can(roleOfPerson(personId), 'takeTurns')
  const mayActFor = (personId: PersonId) => personId === sender || can(roleOfPerson(sender), 'steerFloor')
  const holderId = meeting.floor?.holderId ?? null

  switch (command.type) {
    case 'raiseHand':
      if (holderId === sender) return refuse('alreadyHasFloor')
      return ok([{ type: 'handRaised', personId: sender, kind: command.kind, note: command.note }])
    case 'lowerHand':
      if (!mayActFor(command.personId)) return refuse('notYours')
      if (!meeting.turnQueue.some((turn) => turn.personId === command.personId)) return refuse('noHandRaised')
      return ok([{ type: 'handLowered', personId: command.personId }])
    case 'grantFloor':
      if (roleOfPerson(command.personId) === null) return refuse('noSuchPerson')
      if (!takesTurns(command.personId)) return refuse('mayNotSpeak')
      if (holderId === command.personId) return refuse('alreadyHasFloor')
      if (holderId !== command.holderSeen) return refuse('floorMovedOn')
      return ok([{ type: 'floorGranted', personId: command.personId }])
    case 'yieldFloor':
    case 'passTurn': {
      if (holderId === null || holderId !== command.holderSeen) return refuse('floorMovedOn')
      if (!mayActFor(holderId)) return refuse('notYours')
      if (command.type === 'passTurn' && meeting.goRound === null) return refuse('noGoRound')
      const left: MeetingEvent = {
        type: command.type === 'passTurn' ? 'turnPassed' : 'floorYielded',
        personId: holderId,
      }
      return ok([left, ...continueGoRound(meeting)])
    }
    case 'startGoRound': {
      if (meeting.goRound !== null) return refuse('goRoundUnderWay')
      const [first, ...others] = [...new Set(command.order)]
      if (first === undefined || ![first, ...others].every((personId) => roleOfPerson(personId) !== null))
        return refuse('noSuchPerson')
      if (![first, ...others].every(takesTurns)) return refuse('mayNotSpeak')
      const started: MeetingEvent = { type: 'goRoundStarted', order: [first, ...others] }
      return ok(holderId === first ? [started] : [started, { type: 'floorGranted', personId: first }])
    }
    case 'endGoRound':
      return meeting.goRound === null ? refuse('noGoRound') : ok([{ type: 'goRoundEnded' }])
  }
}

/** In a go-round the floor goes on by itself to whoever has not been heard; after the last one the round is over. */
function continueGoRound({ goRound }: Meeting): MeetingEvent[] {
  if (goRound === null) return []
  const next = goRound[0]
  return next === undefined ? [{ type: 'goRoundEnded' }] : [{ type: 'floorGranted', personId: next }]
}
