import { describe, expect, test } from 'vitest'
import {
  can,
  capabilities,
  mayEditContent,
  roleOf,
  type SeatedRole,
} from '../../shared/meeting/capabilities.ts'
import { meetingCommand } from '../../shared/meeting/commands.ts'
import { capabilityForCommand } from '../../shared/meeting/decide.ts'
import { commandByType } from '../harness/everyCommand.ts'
import { asPerson } from './ids.ts'
import { giveRole, liveMeeting, scheduledMeeting } from './openMeeting.ts'

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
