import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allottedMs, spentMsUntil } from '../../shared/meeting/agenda.ts'
import { type MeetingEvent, meetingEvent } from '../../shared/meeting/events.ts'
import { evolve } from '../../shared/meeting/evolve.ts'
import {
  emptyMeeting,
  facilitatorOf,
  type Meeting,
  meeting as meetingSchema,
} from '../../shared/meeting/meeting.ts'
import { refusalMessages } from '../../shared/meeting/refusals.ts'
import { asItem, asPerson } from './ids.ts'
import { type Step, step } from './meetingScript.ts'
import { advance, goBack, liveMeeting, minutes, openMeeting, scheduledMeeting } from './openMeeting.ts'

type Room = ReturnType<typeof openMeeting>

function take(room: Room, taken: Step): string {
  const facilitator = facilitatorOf(room.sees())?.personId
  switch (taken.does) {
    case 'join':
      room.join(taken.name, taken.asObserver)
      return 'done'
    case 'wait':
      room.wait(taken.ms)
      return 'done'
    case 'leave':
      room.leave(taken.name ?? facilitator ?? 'ghost')
      return 'done'
    case 'comeBack': {
      const name = taken.name ?? room.sees().takenOverFrom ?? 'ghost'
      room.comeBack(name)
      return room.send(name, { type: 'takeBackFacilitation' })
    }
    case 'ask': {
      const command = taken.command(room)
      return taken.projector
        ? room.sendAsProjector(command)
        : room.send(taken.name ?? facilitator ?? 'fay', command)
    }
  }
}

/** Runs a script and looks at the meeting after every step. Half the scripts begin in a meeting under way. */
function forAnyScript(
  look: (room: Room, taken: Step, answer: string, before: Meeting, beforeAt: number) => void,
  parameters: fc.Parameters<unknown> = {},
): void {
  const script = fc.array(step, { maxLength: 60, size: 'max' })
  const begin = fc.constantFrom(openMeeting, scheduledMeeting, liveMeeting, liveMeeting)
  const holds = fc.property(begin, script, (open, steps) => {
    const room = open()
    for (const taken of steps) {
      const [before, beforeAt] = [room.sees(), room.now()]
      look(room, taken, take(room, taken), before, beforeAt)
    }
  })
  fc.assert(holds, { numRuns: 300, ...parameters })
}

test('the scripts reach every kind of meeting event and most refusals', () => {
  const events = new Set<string>()
  const refusals = new Set<string>()
  forAnyScript(
    (room, _taken, answer) => {
      for (const { event } of room.log) events.add(event.type)
      if (answer !== 'done') refusals.add(answer)
    },
    { seed: 1 }, // the rules below hold for any script; this one is about the scripts
  )
  const notByCommand = ['meetingCreated', 'memberRenamed']
  const expected = meetingEventTypes().filter((type) => !notByCommand.includes(type))
  expect([...events].sort()).toEqual(expected.sort())
  expect(refusals.size).toBeGreaterThan(20)
})

test('nobody waits twice, and whoever has the floor neither waits nor is still to be heard', () => {
  forAnyScript((room) => {
    const { turnQueue, floor, goRound } = room.sees()
    const waiting = turnQueue.map((turn) => turn.personId)
    expect(new Set(waiting).size).toBe(waiting.length)
    expect(new Set(goRound).size).toBe(goRound?.length ?? 0)
    if (floor) expect([...waiting, ...(goRound ?? [])]).not.toContain(floor.holderId)
  })
})

test('only people who take turns hold the floor, wait, are to be heard or are ready', () => {
  forAnyScript((room) => {
    const { members, turnQueue, floor, goRound, ready } = room.sees()
    const taking = members.filter(({ role }) => role !== 'observer').map(({ personId }) => personId)
    const named = [...turnQueue.map((turn) => turn.personId), ...(goRound ?? []), ...ready]
    expect(taking).toEqual(expect.arrayContaining(floor ? [...named, floor.holderId] : named))
  })
})

test('the current item of a live meeting is on the agenda and not skipped', () => {
  forAnyScript((room) => {
    const { status, agenda, currentItemId } = room.sees()
    expect(new Set(agenda.map((item) => item.id)).size).toBe(agenda.length)
    if (status === 'live')
      expect(agenda.find((item) => item.id === currentItemId)).toMatchObject({ skipped: false })
  })
})

test('there is exactly one facilitator once anyone has joined to take part', () => {
  forAnyScript((room) => {
    const { members } = room.sees()
    const facilitators = members.filter(({ role }) => role === 'facilitator').length
    expect(facilitators).toBeLessThanOrEqual(1)
    if (members.some(({ role }) => role !== 'observer')) expect(facilitators).toBe(1)
    expect(new Set(members.map(({ personId }) => personId)).size).toBe(members.length)
  })
})

test('every no is a named refusal and changes nothing', () => {
  forAnyScript((room, _taken, answer, before) => {
    if (answer === 'done') return
    expect(Object.keys(refusalMessages)).toContain(answer)
    expect(room.sees()).toBe(before)
  })
})

test('advancing only moves forward, going back only back', () => {
  forAnyScript((room, taken, answer, before) => {
    if (taken.does !== 'ask' || answer !== 'done') return
    const event = room.log.at(-1)?.event
    if (event?.type !== 'agendaAdvanced' && event?.type !== 'agendaWentBack') return
    const order = before.agenda.map((item) => item.id)
    const moved = order.indexOf(event.toItemId) - order.indexOf(event.fromItemId)
    expect(room.sees().currentItemId).toBe(event.toItemId)
    if (event.type === 'agendaAdvanced') expect(moved).toBeGreaterThan(0)
    else expect(moved).toBeLessThan(0)
  })
})

test('no time is lost or invented: what is used and what is left make what was given', () => {
  forAnyScript((room) => {
    const meeting = room.sees()
    const now = room.now()
    for (const item of meeting.agenda) expect(item.spentMs).toBeGreaterThanOrEqual(0)
    const item = meeting.agenda.find(({ id }) => id === meeting.currentItemId)
    if (!item) return
    expect((room.remaining() ?? 0) + spentMsUntil(meeting, item, now)).toBe(allottedMs(item))
  })
})

test('time that ran is booked to the item it ran on, and going anywhere takes none of it back', () => {
  forAnyScript((room, _taken, _answer, before, beforeAt) => {
    for (const item of before.agenda) {
      const after = room.sees().agenda.find(({ id }) => id === item.id)
      if (!after || before.status === 'scheduled') continue // a template chosen anew brings new items
      const used = spentMsUntil(before, item, beforeAt)
      expect(spentMsUntil(room.sees(), after, room.now())).toBeGreaterThanOrEqual(used)
    }
  })
})

test('replaying the log gives the same meeting, and both fit the schemas they are stored and sent by', () => {
  forAnyScript((room) => {
    const replayed = room.log.reduce((meeting, { event, at }) => evolve(meeting, event, at), emptyMeeting)
    expect(replayed).toEqual(room.sees())
    expect(meetingSchema.parse(replayed)).toEqual(replayed)
    const latest = room.log.at(-1)
    if (latest) expect(meetingEvent.parse(latest.event)).toEqual(latest.event)
  })
})

test('a clock that steps back never books negative time', () => {
  const room = liveMeeting()
  room.wait(minutes(-10))
  room.send('fay', advance(room))
  room.wait(minutes(-10))
  room.send('fay', goBack(room))
  for (const item of room.sees().agenda) expect(item.spentMs).toBe(0)
})

const anyItem = fc.constantFrom('tone', 'close', 'gone').map(asItem)
const anyPerson = fc.constantFrom('fay', 'sam', 'ghost').map(asPerson)
const agendaItem = fc.record({
  id: anyItem,
  step: fc.constant(null),
  title: fc.string({ maxLength: 3 }),
  plannedMinutes: fc.integer({ min: -5, max: 60 }),
  extendedMinutes: fc.nat({ max: 60 }),
  spentMs: fc.nat(),
  skipped: fc.boolean(),
})
const fieldValues = {
  itemId: anyItem,
  fromItemId: anyItem,
  toItemId: anyItem,
  afterItemId: fc.option(anyItem),
  personId: anyPerson,
  fromPersonId: anyPerson,
  toPersonId: anyPerson,
  name: fc.string({ maxLength: 3 }),
  role: fc.constantFrom('facilitator', 'participant', 'observer'),
  template: fc.constant('60'),
  agenda: fc.array(agendaItem, { maxLength: 3 }),
  item: agendaItem,
  minutes: fc.integer({ min: 1, max: 60 }),
  kind: fc.constantFrom('clarify', 'process'),
  note: fc.constant(''),
  order: fc.array(anyPerson, { maxLength: 3 }),
  prompt: fc.option(fc.constant('?')),
  horizonAt: fc.option(fc.integer()),
  startsAt: fc.option(fc.integer()),
  ready: fc.boolean(),
}
/** Every field a meeting event can have; the schema then keeps those of the type. */
const anyEvent: fc.Arbitrary<MeetingEvent> = fc
  .tuple(fc.constantFrom(...meetingEventTypes()), fc.record(fieldValues))
  .map(([type, fields]) => meetingEvent.parse({ type, ...fields }))

function meetingEventTypes(): string[] {
  return meetingEvent._zod.def.options.map((option) => [...(option._zod.propValues?.type ?? [])].join())
}

test('evolve takes any past there is: no order of events makes it throw', () => {
  expect(meetingEventTypes()).toContain('goRoundStarted')
  fc.assert(
    fc.property(fc.array(fc.tuple(anyEvent, fc.integer()), { maxLength: 40, size: 'max' }), (past) => {
      const seen = past.reduce((meeting, [event, at]) => evolve(meeting, event, at), emptyMeeting)
      for (const item of seen.agenda) expect(item.spentMs).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})
