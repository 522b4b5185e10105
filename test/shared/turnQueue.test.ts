import { expect, test } from 'vitest'
import { asPerson } from './ids.ts'
import { giveRole, holder, liveMeeting, waiting } from './openMeeting.ts'

const hand = { type: 'raiseHand', kind: 'newPoint', note: '' } as const
const grant = (name: string, holderSeen: string | null = null) =>
  ({
    type: 'grantFloor',
    personId: asPerson(name),
    holderSeen: holderSeen === null ? null : asPerson(holderSeen),
  }) as const

test('hands wait in the order they went up', () => {
  const room = liveMeeting()
  for (const name of ['sam', 'noor', 'ada']) room.send(name, hand)
  expect(waiting(room)).toEqual(['sam', 'noor', 'ada'])
})

test('raising a hand again changes what it says and keeps its place', () => {
  const room = liveMeeting()
  room.send('sam', hand)
  room.send('noor', hand)
  room.send('sam', { type: 'raiseHand', kind: 'clarify', note: 'which replica?' })
  expect(waiting(room)).toEqual(['sam', 'noor'])
  expect(room.sees().turnQueue[0]).toMatchObject({ kind: 'clarify', note: 'which replica?' })
})

test('whoever gets the floor no longer waits', () => {
  const room = liveMeeting()
  room.send('sam', hand)
  expect(room.send('fay', grant('sam'))).toBe('done')
  expect(holder(room)).toBe('sam')
  expect(waiting(room)).toEqual([])
})

test('whoever has the floor cannot wait for themselves', () => {
  const room = liveMeeting()
  room.send('fay', grant('sam'))
  expect(room.send('sam', hand)).toBe('alreadyHasFloor')
})

test('two facilitators giving the floor at once: one gives it, the other hears that it moved on', () => {
  const room = liveMeeting()
  giveRole(room, 'noor', 'backupFacilitator')
  expect(room.send('fay', grant('sam'))).toBe('done')
  expect(room.send('noor', grant('ada'))).toBe('floorMovedOn')
  expect(room.send('noor', grant('sam'))).toBe('alreadyHasFloor')
  expect(holder(room)).toBe('sam')
})

test('the floor goes only to someone in the room who takes turns', () => {
  const room = liveMeeting()
  expect(room.send('fay', grant('olu'))).toBe('mayNotSpeak')
  expect(room.send('fay', grant('ghost'))).toBe('noSuchPerson')
})

test('a hand is lowered by its owner or the facilitator, and by nobody else', () => {
  const room = liveMeeting()
  room.send('sam', hand)
  expect(room.send('noor', { type: 'lowerHand', personId: asPerson('sam') })).toBe('notYours')
  expect(room.send('sam', { type: 'lowerHand', personId: asPerson('sam') })).toBe('done')
  expect(room.send('sam', { type: 'lowerHand', personId: asPerson('sam') })).toBe('noHandRaised')
  room.send('sam', hand)
  expect(room.send('fay', { type: 'lowerHand', personId: asPerson('sam') })).toBe('done')
})

test('the floor is yielded by its holder or taken back by the facilitator', () => {
  const room = liveMeeting()
  room.send('fay', grant('sam'))
  expect(room.send('noor', { type: 'yieldFloor', holderSeen: asPerson('sam') })).toBe('notYours')
  expect(room.send('sam', { type: 'yieldFloor', holderSeen: asPerson('sam') })).toBe('done')
  expect(room.send('sam', { type: 'yieldFloor', holderSeen: asPerson('sam') })).toBe('floorMovedOn')
  room.send('fay', grant('ada'))
  expect(room.send('fay', { type: 'yieldFloor', holderSeen: asPerson('ada') })).toBe('done')
  expect(holder(room)).toBeNull()
})

test('whoever becomes an observer leaves the queue, the floor and the count of those ready', () => {
  const room = liveMeeting()
  room.send('sam', { type: 'setReady', itemId: room.sees().agenda[0]?.id ?? fail(), ready: true })
  room.send('fay', grant('sam'))
  room.send('noor', hand)
  giveRole(room, 'sam', 'observer')
  giveRole(room, 'noor', 'observer')
  expect(room.sees()).toMatchObject({ floor: null, turnQueue: [], ready: [] })
})

test('the end of the meeting empties floor, queue and go-round', () => {
  const room = liveMeeting()
  room.send('noor', hand)
  room.send('fay', { type: 'startGoRound', order: ['sam', 'ada'].map(asPerson) })
  room.send('fay', { type: 'endMeeting' })
  expect(room.sees()).toMatchObject({ floor: null, turnQueue: [], goRound: null, ready: [] })
})

function fail(): never {
  throw new Error('the agenda is empty')
}
