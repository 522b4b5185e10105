import type { Attendance } from '../../shared/meeting/attendance.ts'
import type { Sender } from '../../shared/meeting/capabilities.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { type Decision, decide } from '../../shared/meeting/decide.ts'
import { decideJoin, ownSeat, type Seat } from '../../shared/meeting/decideRoles.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { evolve } from '../../shared/meeting/evolve.ts'
import { emptyMeeting, type Meeting, type MeetingRole } from '../../shared/meeting/meeting.ts'
import { remainingMs } from '../../shared/meeting/timebox.ts'
import { asItem, asPerson } from './ids.ts'

export const minutes = (count: number): number => count * 60_000

/** Ten o'clock, so that a failing test shows times one can read. */
export const TEN = Date.UTC(2026, 2, 10, 10)

/** A meeting without a server: who asks for what, and what the machine makes of it. Time passes only by `wait`. */
export function openMeeting() {
  let meeting: Meeting = emptyMeeting
  let now = TEN
  /** By name: when they left, or came back. Who is in neither list has been here all along. */
  const goneSince = new Map<string, number>()
  const backSince = new Map<string, number>()
  const since = (at: number | undefined) => (at === undefined ? 0 : now - at)
  const attendance: Attendance = {
    goneMs: (personId) => since(goneSince.get(personId)),
    hereMs: (personId) => (goneSince.has(personId) ? 0 : since(backSince.get(personId) ?? TEN)),
  }
  const log: { at: number; event: MeetingEvent }[] = []
  const happen = (events: readonly MeetingEvent[]) => {
    for (const event of events) {
      meeting = evolve(meeting, event, now)
      log.push({ at: now, event })
    }
  }
  const ask = (sender: Sender, command: MeetingCommand): Decision => {
    const decision = decide(meeting, command, sender, { attendance, now })
    if (decision.ok) happen(decision.value)
    return decision
  }
  return {
    log,
    sees: () => meeting,
    now: () => now,
    wait: (ms: number) => {
      now += ms
    },
    leave: (name: string) => {
      goneSince.set(asPerson(name), now)
    },
    comeBack: (name: string) => {
      goneSince.delete(asPerson(name))
      backSince.set(asPerson(name), now)
    },
    join: (name: string, asObserver = false) =>
      happen(decideJoin(meeting, { personId: asPerson(name), name }, ownSeat(asObserver))),
    sitDown: (name: string, seat: Seat) =>
      happen(decideJoin(meeting, { personId: asPerson(name), name }, seat)),
    /** The name of the refusal, or `done`. */
    send: (name: string, command: MeetingCommand): string => {
      const decision = ask({ as: 'person', personId: asPerson(name) }, command)
      return decision.ok ? 'done' : decision.problem
    },
    sendAsProjector: (command: MeetingCommand): string => {
      const decision = ask({ as: 'projector' }, command)
      return decision.ok ? 'done' : decision.problem
    },
    remaining: () => remainingMs(meeting.timebox, now),
  }
}

/** Fay facilitates; Noor, Sam and Ada take part; Olu watches. The hour's agenda. */
export function scheduledMeeting() {
  const room = openMeeting()
  for (const name of ['fay', 'noor', 'sam', 'ada']) room.join(name)
  room.join('olu', true)
  room.send('fay', { type: 'chooseAgenda', template: '60' })
  return room
}

/** The same, on its first item. */
export function liveMeeting() {
  const room = scheduledMeeting()
  room.send('fay', { type: 'startMeeting' })
  return room
}

type Room = ReturnType<typeof openMeeting>

export const current = (room: Room) => room.sees().currentItemId ?? asItem('none')
export const advance = (room: Room): MeetingCommand => ({ type: 'advanceAgenda', fromItemId: current(room) })
export const goBack = (room: Room): MeetingCommand => ({ type: 'goBackAgenda', fromItemId: current(room) })
export const holder = (room: Room) => room.sees().floor?.holderId ?? null
export const waiting = (room: Room) => room.sees().turnQueue.map((turn) => turn.personId)
export const giveRole = (room: Room, name: string, role: MeetingRole) =>
  room.send('fay', { type: 'assignRole', personId: asPerson(name), role })
