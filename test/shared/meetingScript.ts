import fc from 'fast-check'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { facilitatorOf, meetingRoles } from '../../shared/meeting/meeting.ts'
import { turnKind } from '../../shared/meeting/turnQueue.ts'
import { asItem, asPerson } from './ids.ts'
import { current, holder, minutes, type openMeeting } from './openMeeting.ts'

type Room = ReturnType<typeof openMeeting>

/** Few names and items, so that scripts collide; `ghost` never joins and `gone` is never there. */
const joining = fc.constantFrom('fay', 'noor', 'sam', 'ada')
const person = fc.constantFrom('fay', 'noor', 'sam', 'ada', 'ghost').map(asPerson)
const item = fc.constantFrom('tone', 'impact', 'timeline', 'close', 'extra', 'gone').map(asItem)
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 3 })

/** What the sender saw: mostly what is there (null), sometimes something older. */
const mostlyNow = <Value>(older: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: older })
const itemSeen = mostlyNow(item)
const holderSeen = mostlyNow(person)

/** A command is made when its turn comes, since it names what the sender sees by then. */
type Making = (room: Room) => MeetingCommand

const made = <Value>(
  values: fc.Arbitrary<Value>,
  command: (value: Value, room: Room) => MeetingCommand,
): fc.Arbitrary<Making> => values.map((value) => (room) => command(value, room))

/** A meeting that stays ended has little left to go wrong, so it is ended seldom and reopened soon. */
const openAndEnd = made(fc.constantFrom('start', 'start', 'start', 'end'), (wish, room) => {
  if (room.sees().status === 'ended') return { type: 'reopenMeeting' }
  return { type: wish === 'end' ? 'endMeeting' : 'startMeeting' }
})

const onAgenda = [
  made(fc.constantFrom('startMeeting', 'reopenMeeting'), (type) => ({ type })),
  made(
    fc.tuple(orNull(fc.integer({ min: -10, max: 600_000 })), orNull(fc.boolean())),
    ([min, isOld], room) => ({
      type: 'scheduleMeeting',
      startsAt: min === null ? null : Math.max(0, room.now() + minutes(min)),
      startsAtSeen: isOld ? 0 : room.sees().startsAt,
    }),
  ),
  made(fc.constantFrom('30', '60', '60-learning'), (template) => ({ type: 'chooseAgenda', template })),
  made(fc.tuple(item, orNull(item), fc.integer({ min: 1, max: 240 })), ([itemId, afterItemId, planned]) => ({
    type: 'addAgendaItem',
    itemId,
    title: 'More',
    plannedMinutes: planned,
    afterItemId,
  })),
  made(fc.tuple(item, orNull(item)), ([itemId, afterItemId]) => ({
    type: 'moveAgendaItem',
    itemId,
    afterItemId,
  })),
  made(fc.tuple(fc.constantFrom('skipAgendaItem', 'restoreAgendaItem'), item), ([type, itemId]) => ({
    type,
    itemId,
  })),
]

const onCurrentItem = [
  made(fc.tuple(fc.constantFrom('advanceAgenda', 'goBackAgenda'), itemSeen), ([type, seen], room) => ({
    type,
    fromItemId: seen ?? current(room),
  })),
  made(fc.tuple(fc.constantFrom('pauseTimebox', 'resumeTimebox'), itemSeen), ([type, seen], room) => ({
    type,
    itemId: seen ?? current(room),
  })),
  made(fc.tuple(fc.integer({ min: 1, max: 60 }), itemSeen), ([minutes, seen], room) => ({
    type: 'extendTimebox',
    itemId: seen ?? current(room),
    minutes,
  })),
  made(fc.tuple(fc.boolean(), itemSeen), ([ready, seen], room) => ({
    type: 'setReady',
    itemId: seen ?? current(room),
    ready,
  })),
]

const onFloor = [
  made(fc.constantFrom(...turnKind.options), (kind) => ({ type: 'raiseHand', kind, note: '' })),
  made(person, (personId) => ({ type: 'lowerHand', personId })),
  made(fc.tuple(person, holderSeen), ([personId, seen], room) => ({
    type: 'grantFloor',
    personId,
    holderSeen: seen ?? holder(room),
  })),
  made(fc.tuple(fc.constantFrom('yieldFloor', 'passTurn'), holderSeen), ([type, seen], room) => ({
    type,
    holderSeen: seen ?? holder(room) ?? asPerson('ghost'),
  })),
  made(fc.array(joining.map(asPerson), { minLength: 1, maxLength: 6 }), (order) => ({
    type: 'startGoRound',
    order,
  })),
  made(fc.constant('endGoRound'), (type) => ({ type })),
]

const onRolesAndStage = [
  made(fc.tuple(person, fc.constantFrom(...meetingRoles)), ([personId, role]) => ({
    type: 'assignRole',
    personId,
    role,
  })),
  made(person, (toPersonId) => ({ type: 'handOverFacilitation', toPersonId })),
  made(mostlyNow(person), (seen, room) => ({
    type: 'takeOverFacilitation',
    fromPersonId: seen ?? facilitatorOf(room.sees())?.personId ?? asPerson('ghost'),
  })),
  made(fc.constant('takeBackFacilitation'), (type) => ({ type })),
  made(orNull(fc.constant('Why now?')), (prompt) => ({ type: 'setPrompt', prompt })),
  made(orNull(fc.integer()), (horizonAt) => ({ type: 'setHorizon', horizonAt })),
]

/** One step of a meeting. Most asking is done by whoever facilitates, or little would happen. */
export type Step =
  | { does: 'join'; name: string; asObserver: boolean }
  | { does: 'wait'; ms: number }
  /** Without a name: whoever facilitates leaves, whoever lost the role comes back and asks for it. */
  | { does: 'leave' | 'comeBack'; name: string | null }
  | { does: 'ask'; name: string | null; projector: boolean; command: Making }

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ does: fc.constant('join'), name: joining, asObserver: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait'), ms: fc.integer({ min: 0, max: 900_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('leave', 'comeBack'), name: orNull(joining) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('ask'),
      name: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: person }),
      projector: fc.integer({ min: 0, max: 19 }).map((number) => number === 0),
      command: fc.oneof(
        openAndEnd,
        openAndEnd,
        ...onAgenda,
        ...onCurrentItem,
        ...onFloor,
        ...onFloor,
        ...onRolesAndStage,
      ),
    }),
  },
)
