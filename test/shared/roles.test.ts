import { expect, test } from 'vitest'
import { roleOf } from '../../shared/meeting/capabilities.ts'
import { decideSeatAgain, guestSeat } from '../../shared/meeting/decideRoles.ts'
import { facilitatorOf, type MeetingRole } from '../../shared/meeting/meeting.ts'
import { asPerson } from './ids.ts'
import { advance, giveRole, liveMeeting, openMeeting } from './openMeeting.ts'

type Room = ReturnType<typeof openMeeting>
const role = (room: Room, name: string) => roleOf(room.sees(), { as: 'person', personId: asPerson(name) })

test('the first to join facilitates, later ones take part, and those who came to watch observe', () => {
  const room = openMeeting()
  room.join('olu', true)
  room.join('fay')
  room.join('sam')
  expect(['olu', 'fay', 'sam'].map((name) => role(room, name))).toEqual([
    'observer',
    'facilitator',
    'participant',
  ])
})

test.each(['participant', 'commenter', 'observer'] as const)(
  'a guest invited as %s sits down as that, and never facilitates, be they the first to come',
  (given) => {
    const room = openMeeting()
    room.sitDown('gus', guestSeat(given, false))
    room.join('fay')
    room.sitDown('gil', guestSeat(given, true))
    expect(['gus', 'fay', 'gil'].map((name) => role(room, name))).toEqual([given, 'facilitator', 'observer'])
  },
)

test('a new guest link seats someone anew, but takes no meeting its facilitator', () => {
  const room = liveMeeting()
  const anew = (name: string) => decideSeatAgain(room.sees(), asPerson(name), 'observer')
  expect(anew('sam')).toEqual([{ type: 'roleAssigned', personId: 'sam', role: 'observer' }])
  expect([anew('olu'), anew('fay'), anew('nobody')]).toEqual([[], [], []])
})

test('joining again changes nothing but the name', () => {
  const room = liveMeeting()
  giveRole(room, 'sam', 'notetaker')
  const before = room.sees()
  room.join('sam', true)
  expect(room.sees()).toBe(before)
})

test('handing over makes one facilitator of two people, and a backup of the one who left the role', () => {
  const room = liveMeeting()
  expect(room.send('fay', { type: 'handOverFacilitation', toPersonId: asPerson('sam') })).toBe('done')
  expect(facilitatorOf(room.sees())?.personId).toBe('sam')
  expect(role(room, 'fay')).toBe('backupFacilitator')
  expect(room.send('fay', { type: 'handOverFacilitation', toPersonId: asPerson('ada') })).toBe(
    'notFacilitator',
  )
  expect(room.send('fay', advance(room))).toBe('done')
})

test('giving someone the role of facilitator is handing it over', () => {
  const room = liveMeeting()
  expect(giveRole(room, 'sam', 'facilitator')).toBe('done')
  expect(role(room, 'fay')).toBe('backupFacilitator')
  expect(role(room, 'sam')).toBe('facilitator')
})

test('an observer who is handed the meeting facilitates it', () => {
  const room = liveMeeting()
  expect(room.send('fay', { type: 'handOverFacilitation', toPersonId: asPerson('olu') })).toBe('done')
  expect(room.send('olu', advance(room))).toBe('done')
})

test('the facilitator cannot lay the role down without handing it over', () => {
  const room = liveMeeting()
  expect(giveRole(room, 'fay', 'participant')).toBe('facilitatorMustHandOver')
  expect(giveRole(room, 'fay', 'facilitator')).toBe('alreadyFacilitator')
  expect(room.send('fay', { type: 'handOverFacilitation', toPersonId: asPerson('fay') })).toBe(
    'alreadyFacilitator',
  )
})

test('a role goes only to someone who has joined', () => {
  const room = liveMeeting()
  expect(giveRole(room, 'ghost', 'notetaker')).toBe('noSuchPerson')
  expect(room.send('fay', { type: 'handOverFacilitation', toPersonId: asPerson('ghost') })).toBe(
    'noSuchPerson',
  )
})

test.each<MeetingRole>(['backupFacilitator', 'notetaker', 'participant', 'commenter', 'observer'])(
  'the facilitator can make someone %s',
  (given) => {
    const room = liveMeeting()
    expect(giveRole(room, 'sam', given)).toBe('done')
    expect(role(room, 'sam')).toBe(given)
  },
)
