import { describe, expect, test } from 'vitest'
import {
  can,
  capabilities,
  mayEditContent,
  roleOf,
  type SeatedRole,
} from '../../shared/meeting/capabilities.ts'
import { type MeetingCommand, meetingCommand } from '../../shared/meeting/commands.ts'
import { capabilityForCommand } from '../../shared/meeting/decide.ts'
import { asItem, asPerson } from './ids.ts'
import { giveRole, liveMeeting, scheduledMeeting } from './openMeeting.ts'

const itemId = asItem('tone')
const sam = asPerson('sam')

/** Each is one that the facilitator of a live meeting may send; a new command does not compile without one here. */
const commandByType: { [Type in MeetingCommand['type']]: Extract<MeetingCommand, { type: Type }> } = {
  chooseAgenda: { type: 'chooseAgenda', template: '60' },
  addAgendaItem: {
    type: 'addAgendaItem',
    itemId: asItem('new'),
    title: 'New',
    plannedMinutes: 5,
    afterItemId: null,
  },
  moveAgendaItem: { type: 'moveAgendaItem', itemId, afterItemId: null },
  skipAgendaItem: { type: 'skipAgendaItem', itemId: asItem('close') },
  restoreAgendaItem: { type: 'restoreAgendaItem', itemId },
  startMeeting: { type: 'startMeeting' },
  endMeeting: { type: 'endMeeting' },
  reopenMeeting: { type: 'reopenMeeting' },
  advanceAgenda: { type: 'advanceAgenda', fromItemId: itemId },
  goBackAgenda: { type: 'goBackAgenda', fromItemId: itemId },
  pauseTimebox: { type: 'pauseTimebox', itemId },
  resumeTimebox: { type: 'resumeTimebox', itemId },
  extendTimebox: { type: 'extendTimebox', itemId, minutes: 5 },
  raiseHand: { type: 'raiseHand', kind: 'respond', note: '' },
  lowerHand: { type: 'lowerHand', personId: sam },
  grantFloor: { type: 'grantFloor', personId: sam, holderSeen: null },
  yieldFloor: { type: 'yieldFloor', holderSeen: sam },
  startGoRound: { type: 'startGoRound', order: [sam] },
  passTurn: { type: 'passTurn', holderSeen: sam },
  endGoRound: { type: 'endGoRound' },
  assignRole: { type: 'assignRole', personId: sam, role: 'notetaker' },
  handOverFacilitation: { type: 'handOverFacilitation', toPersonId: sam },
  setPrompt: { type: 'setPrompt', prompt: 'What else?' },
  setHorizon: { type: 'setHorizon', horizonAt: 0 },
  setReady: { type: 'setReady', itemId, ready: true },
}
const commands = Object.values(commandByType)
const steering = commands.filter(({ type }) => !can('participant', capabilityForCommand[type]))

test('every command in the table is one the wire lets through', () => {
  for (const command of commands) expect(meetingCommand.safeParse(command).success).toBe(true)
  expect(steering.length).toBeGreaterThan(15)
})

describe.each(['scheduled', 'live', 'ended'] as const)('while the meeting is %s', (status) => {
  const room = status === 'scheduled' ? scheduledMeeting() : liveMeeting()
  if (status === 'ended') room.send('fay', { type: 'endMeeting' })
  const before = room.sees()
  expect(before.status).toBe(status)

  test.each(commands)('an observer, the shared screen and a stranger are refused: $type', (command) => {
    expect(room.send('olu', command)).toBe('readsOnly')
    expect(room.sendAsProjector(command)).toBe('readsOnly')
    expect(room.send('ghost', command)).toBe('notAMember')
    expect(room.sees()).toBe(before)
  })

  test.each(steering)('a participant is refused: $type', (command) => {
    expect(room.send('sam', command)).toBe('notFacilitator')
    expect(room.sees()).toBe(before)
  })
})

test.each(['startMeeting', 'endMeeting', 'reopenMeeting', 'assignRole', 'handOverFacilitation'] as const)(
  'a backup facilitator steers, but is refused: %s',
  (type) => {
    const room = liveMeeting()
    giveRole(room, 'sam', 'backupFacilitator')
    expect(room.send('sam', commandByType[type])).toBe('notFacilitator')
  },
)

test('no role may do more than the facilitator, and watching is no capability', () => {
  for (const capability of capabilities) expect(can('facilitator', capability)).toBe(true)
  const watching: (SeatedRole | null)[] = ['observer', 'projector', null]
  for (const role of watching)
    for (const capability of capabilities) expect(can(role, capability)).toBe(false)
})

test.each([
  ['facilitator', true, true],
  ['backupFacilitator', true, false],
  ['notetaker', true, true],
  ['participant', true, false],
  ['commenter', false, false],
  ['observer', false, false],
] as const)('%s edits content during the meeting: %s, after it: %s', (role, during, after) => {
  const room = liveMeeting()
  const name = role === 'facilitator' ? 'fay' : 'sam'
  if (role !== 'facilitator') giveRole(room, 'sam', role)
  const sender = { as: 'person', personId: asPerson(name) } as const
  expect(roleOf(room.sees(), sender)).toBe(role)
  expect(mayEditContent(room.sees(), sender)).toBe(during)
  room.send('fay', { type: 'endMeeting' })
  expect(mayEditContent(room.sees(), sender)).toBe(after)
  expect(mayEditContent(room.sees(), { as: 'projector' })).toBe(false)
})
