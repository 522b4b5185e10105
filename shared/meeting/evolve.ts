import type { PersonId } from '../ids.ts'
import { allottedMs, currentItem, spentMsUntil, withItemAfter } from './agenda.ts'
import { can } from './capabilities.ts'
import type { MeetingEvent } from './events.ts'
import type { AgendaItem, Meeting, Member } from './meeting.ts'
import { extendTimebox, remainingMs, runningTimebox } from './timebox.ts'
import { withHandRaised, withoutTurnOf } from './turnQueue.ts'

/** What the meeting looks like after something happened at `at`. Never refuses: the past is not up for debate. */
export function evolve(meeting: Meeting, event: MeetingEvent, at: number): Meeting {
  switch (event.type) {
    case 'meetingCreated':
      return { ...meeting, agenda: event.agenda, stage: event.stage ?? 'review' }
    case 'agendaChosen':
      return { ...meeting, agenda: event.agenda }
    case 'memberJoined': {
      const { personId, name, role } = event
      return { ...meeting, members: [...meeting.members, { personId, name, role }] }
    }
    case 'memberRenamed':
      return withMember(meeting, event.personId, { name: event.name })
    case 'roleAssigned':
      return withSeatsOf(withMember(meeting, event.personId, { role: event.role }))
    case 'facilitationHandedOver':
    case 'facilitationTakenBack':
      return { ...withFacilitator(meeting, event.toPersonId), takenOverFrom: null }
    case 'facilitationTakenOver':
      return { ...withFacilitator(meeting, event.toPersonId), takenOverFrom: event.fromPersonId }

    case 'agendaItemAdded':
      return { ...meeting, agenda: withItemAfter(meeting.agenda, event.item, event.afterItemId) }
    case 'agendaItemMoved': {
      const moved = meeting.agenda.find((item) => item.id === event.itemId)
      return moved ? { ...meeting, agenda: withItemAfter(meeting.agenda, moved, event.afterItemId) } : meeting
    }
    case 'agendaItemSkipped':
      return withItem(meeting, event.itemId, { skipped: true })
    case 'agendaItemRestored':
      return withItem(meeting, event.itemId, { skipped: false })

    case 'meetingScheduled':
      return { ...meeting, startsAt: event.startsAt }
    case 'meetingStarted':
      return enterItem({ ...meeting, status: 'live', startedAt: at }, event.itemId, at)
    case 'agendaAdvanced':
    case 'agendaWentBack':
      return enterItem(stopClock(meeting, at), event.toItemId, at)
    case 'meetingEnded': {
      const { timebox } = meeting
      const left = remainingMs(timebox, at)
      return {
        ...stopClock(meeting, at),
        status: 'ended',
        endedAt: at,
        timebox: left === null ? timebox : { state: 'paused', remainingMs: left },
        floor: null,
        turnQueue: [],
        goRound: null,
        ready: [],
      }
    }
    case 'meetingReopened':
      return { ...meeting, status: 'live', endedAt: null }

    case 'timeboxPaused': {
      const left = remainingMs(meeting.timebox, at)
      if (left === null) return meeting
      return { ...stopClock(meeting, at), timebox: { state: 'paused', remainingMs: left } }
    }
    case 'timeboxResumed': {
      const left = remainingMs(meeting.timebox, at)
      return left === null ? meeting : { ...meeting, timebox: runningTimebox(left, at) }
    }
    case 'timeboxExtended': {
      const item = meeting.agenda.find(({ id }) => id === event.itemId)
      if (!item) return meeting
      const extendedMinutes = item.extendedMinutes + event.minutes
      return {
        ...withItem(meeting, event.itemId, { extendedMinutes }),
        timebox: extendTimebox(meeting.timebox, event.minutes),
      }
    }

    case 'handRaised': {
      const { personId, kind, note } = event
      const turnQueue = withHandRaised(meeting.turnQueue, { personId, kind, note, raisedAt: at })
      return { ...meeting, turnQueue }
    }
    case 'handLowered':
      return { ...meeting, turnQueue: withoutTurnOf(meeting.turnQueue, event.personId) }
    case 'floorGranted':
      return {
        ...meeting,
        floor: { holderId: event.personId, since: at },
        turnQueue: withoutTurnOf(meeting.turnQueue, event.personId),
        goRound: meeting.goRound?.filter((personId) => personId !== event.personId) ?? null,
      }
    case 'floorYielded':
    case 'turnPassed':
      return { ...meeting, floor: null }
    case 'goRoundStarted':
      // The first has the floor already or gets it with the next event. Whoever spoke before is still to be heard.
      return { ...meeting, goRound: event.order.slice(1) }
    case 'goRoundEnded':
      return { ...meeting, goRound: null }

    case 'promptSet':
      return { ...meeting, prompt: event.prompt }
    case 'horizonSet':
      return { ...meeting, horizonAt: event.horizonAt }
    case 'readinessSet': {
      const others = meeting.ready.filter((personId) => personId !== event.personId)
      return { ...meeting, ready: event.ready ? [...others, event.personId] : others }
    }
  }
}

function withItem(meeting: Meeting, itemId: string, change: Partial<AgendaItem>): Meeting {
  return {
    ...meeting,
    agenda: meeting.agenda.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
  }
}

function withMember(meeting: Meeting, personId: PersonId, change: Partial<Member>): Meeting {
  return {
    ...meeting,
    members: meeting.members.map((member) =>
      member.personId === personId ? { ...member, ...change } : member,
    ),
  }
}

/** There is one facilitator: whoever was it until now becomes a backup. */
function withFacilitator(meeting: Meeting, personId: PersonId): Meeting {
  const members = meeting.members.map((member): Member => {
    if (member.personId === personId) return { ...member, role: 'facilitator' }
    return member.role === 'facilitator' ? { ...member, role: 'backupFacilitator' } : member
  })
  return { ...meeting, members }
}

/** Whoever may no longer take turns leaves the floor, the queue, the go-round and the count of those ready. */
function withSeatsOf(meeting: Meeting): Meeting {
  const roleById = new Map(meeting.members.map(({ personId, role }) => [personId, role]))
  const takesTurns = (personId: PersonId) => can(roleById.get(personId) ?? null, 'takeTurns')
  return {
    ...meeting,
    floor: meeting.floor && takesTurns(meeting.floor.holderId) ? meeting.floor : null,
    turnQueue: meeting.turnQueue.filter((turn) => takesTurns(turn.personId)),
    goRound: meeting.goRound?.filter(takesTurns) ?? null,
    ready: meeting.ready.filter(takesTurns),
  }
}

/** Books the time that ran on the current item; the caller says what the timebox becomes. */
function stopClock(meeting: Meeting, at: number): Meeting {
  const item = currentItem(meeting)
  return item ? withItem(meeting, item.id, { spentMs: spentMsUntil(meeting, item, at) }) : meeting
}

/** An item left earlier goes on with what it had left. The question and the count of those ready start anew. */
function enterItem(meeting: Meeting, itemId: AgendaItem['id'], at: number): Meeting {
  const item = meeting.agenda.find(({ id }) => id === itemId)
  const remaining = item ? allottedMs(item) - item.spentMs : 0
  return {
    ...meeting,
    currentItemId: itemId,
    timebox: runningTimebox(remaining, at),
    ready: [],
    prompt: null,
  }
}
