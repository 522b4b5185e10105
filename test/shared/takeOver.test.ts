import { expect, test } from 'vitest'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { facilitatorOf, memberOf } from '../../shared/meeting/meeting.ts'
import { asPerson } from './ids.ts'
import { advance, giveRole, liveMeeting } from './openMeeting.ts'

const takeOver: MeetingCommand = { type: 'takeOverFacilitation', fromPersonId: asPerson('fay') }
const takeBack: MeetingCommand = { type: 'takeBackFacilitation' }

/** Fay facilitates, Noor is the backup, and Fay’s laptop has just died. */
function facilitatorLost() {
  const room = liveMeeting()
  giveRole(room, 'noor', 'backupFacilitator')
  room.wait(60_000)
  room.leave('fay')
  return room
}
const facilitator = (room: ReturnType<typeof liveMeeting>) => facilitatorOf(room.sees())?.personId

test('nobody takes the role from a facilitator who is here', () => {
  const room = liveMeeting()
  giveRole(room, 'noor', 'backupFacilitator')
  room.wait(3_600_000)
  expect(room.send('noor', takeOver)).toBe('facilitatorIsHere')
  expect(facilitator(room)).toBe('fay')
})

test('a backup takes over after ten seconds, everybody else after thirty', () => {
  const room = facilitatorLost()
  room.wait(9_999)
  expect(room.send('noor', takeOver)).toBe('facilitatorJustLeft')
  room.wait(1)
  expect(room.send('sam', takeOver)).toBe('facilitatorJustLeft')
  expect(room.send('noor', takeOver)).toBe('done')
  expect(facilitator(room)).toBe('noor')

  const withoutBackup = facilitatorLost()
  withoutBackup.wait(29_999)
  expect(withoutBackup.send('sam', takeOver)).toBe('facilitatorJustLeft')
  withoutBackup.wait(1)
  expect(withoutBackup.send('sam', takeOver)).toBe('done')
})

test('a refresh or a short tunnel changes nothing', () => {
  const room = facilitatorLost()
  room.wait(20_000)
  room.comeBack('fay')
  expect(room.send('noor', takeOver)).toBe('facilitatorIsHere')
  expect(room.send('fay', advance(room))).toBe('done')
})

test('the role never moves by itself, however long the facilitator is gone', () => {
  const room = facilitatorLost()
  room.wait(24 * 3_600_000)
  expect(room.send('noor', advance(room))).toBe('done')
  expect(facilitator(room)).toBe('fay')
})

test('of two people who press at once one takes over, and the other hears that somebody did', () => {
  const room = facilitatorLost()
  room.wait(30_000)
  expect(room.send('noor', takeOver)).toBe('done')
  expect(room.send('sam', takeOver)).toBe('facilitatorChanged')
  expect(facilitator(room)).toBe('noor')
})

test('the clock does not notice', () => {
  const room = facilitatorLost()
  room.wait(10_000)
  const before = room.remaining()
  room.send('noor', takeOver)
  expect(room.remaining()).toBe(before)
  expect(room.sees().timebox.state).toBe('running')
})

test('who comes back takes the role back at a press, for a minute', () => {
  const room = facilitatorLost()
  room.wait(10_000)
  room.send('noor', takeOver)
  expect(memberOf(room.sees(), 'fay')?.role).toBe('backupFacilitator')
  room.wait(600_000)
  room.comeBack('fay')
  room.wait(60_000)
  expect(room.send('fay', takeBack)).toBe('done')
  expect(facilitator(room)).toBe('fay')
  expect(memberOf(room.sees(), 'noor')?.role).toBe('backupFacilitator')
})

test('later than that, or once the role was handed on, there is nothing to take back', () => {
  const late = facilitatorLost()
  late.wait(10_000)
  late.send('noor', takeOver)
  late.comeBack('fay')
  late.wait(60_001)
  expect(late.send('fay', takeBack)).toBe('nothingToTakeBack')

  const handedOn = facilitatorLost()
  handedOn.wait(10_000)
  handedOn.send('noor', takeOver)
  handedOn.send('noor', { type: 'handOverFacilitation', toPersonId: asPerson('sam') })
  handedOn.comeBack('fay')
  expect(handedOn.send('fay', takeBack)).toBe('nothingToTakeBack')
})

test('only the one it was taken from takes it back', () => {
  const room = facilitatorLost()
  room.wait(10_000)
  room.send('noor', takeOver)
  expect(room.send('sam', takeBack)).toBe('nothingToTakeBack')
  expect(room.send('noor', takeBack)).toBe('alreadyFacilitator')
})
