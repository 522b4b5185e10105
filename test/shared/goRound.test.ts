import { expect, test } from 'vitest'
import { asPerson } from './ids.ts'
import { giveRole, holder, liveMeeting } from './openMeeting.ts'

const startRound = (...names: string[]) => ({ type: 'startGoRound', order: names.map(asPerson) }) as const
const pass = (name: string) => ({ type: 'passTurn', holderSeen: asPerson(name) }) as const
const yieldBy = (name: string) => ({ type: 'yieldFloor', holderSeen: asPerson(name) }) as const

test('a go-round gives everyone the floor once, in order, and then it is over', () => {
  const room = liveMeeting()
  room.send('fay', startRound('sam', 'noor', 'ada'))
  const heard = [holder(room)]
  for (const name of ['sam', 'noor', 'ada']) {
    expect(room.send(name, yieldBy(name))).toBe('done')
    heard.push(holder(room))
  }
  expect(heard).toEqual(['sam', 'noor', 'ada', null])
  expect(room.sees().goRound).toBeNull()
})

test('whoever passes hands the floor on', () => {
  const room = liveMeeting()
  room.send('fay', startRound('sam', 'noor'))
  expect(room.send('sam', pass('sam'))).toBe('done')
  expect(holder(room)).toBe('noor')
  expect(room.sees().goRound).toEqual([])
})

test('a person named twice is heard once', () => {
  const room = liveMeeting()
  room.send('fay', startRound('sam', 'noor', 'sam', 'noor'))
  expect(room.sees().goRound).toEqual(['noor'])
})

test('whoever spoke when the round began is still heard in it', () => {
  const room = liveMeeting()
  room.send('fay', { type: 'grantFloor', personId: asPerson('noor'), holderSeen: null })
  room.send('fay', startRound('sam', 'noor', 'ada'))
  expect(holder(room)).toBe('sam')
  expect(room.sees().goRound).toEqual(['noor', 'ada'])
})

test('a round that begins with whoever has the floor leaves it with them', () => {
  const room = liveMeeting()
  room.send('fay', { type: 'grantFloor', personId: asPerson('noor'), holderSeen: null })
  const since = room.sees().floor?.since
  room.wait(5_000)
  room.send('fay', startRound('noor', 'ada'))
  expect(room.sees()).toMatchObject({ floor: { holderId: 'noor', since }, goRound: ['ada'] })
})

test('someone given the floor out of order is not heard a second time', () => {
  const room = liveMeeting()
  room.send('fay', startRound('sam', 'noor', 'ada'))
  room.send('fay', { type: 'grantFloor', personId: asPerson('ada'), holderSeen: asPerson('sam') })
  room.send('ada', yieldBy('ada'))
  expect(holder(room)).toBe('noor')
  expect(room.sees().goRound).toEqual([])
})

test('a round holds only people in the room who take turns', () => {
  const room = liveMeeting()
  expect(room.send('fay', startRound('sam', 'olu'))).toBe('mayNotSpeak')
  expect(room.send('fay', startRound('sam', 'ghost'))).toBe('noSuchPerson')
  expect(room.sees().goRound).toBeNull()
})

test('there is one round at a time, and none to pass in or to end when there is none', () => {
  const room = liveMeeting()
  expect(room.send('fay', { type: 'endGoRound' })).toBe('noGoRound')
  room.send('fay', { type: 'grantFloor', personId: asPerson('sam'), holderSeen: null })
  expect(room.send('sam', pass('sam'))).toBe('noGoRound')
  room.send('fay', startRound('sam', 'noor'))
  expect(room.send('fay', startRound('ada'))).toBe('goRoundUnderWay')
  expect(room.send('fay', { type: 'endGoRound' })).toBe('done')
  expect(holder(room)).toBe('sam')
  room.send('sam', yieldBy('sam'))
  expect(holder(room)).toBeNull()
})

test('whoever becomes an observer is no longer waited for', () => {
  const room = liveMeeting()
  room.send('fay', startRound('sam', 'noor', 'ada'))
  giveRole(room, 'noor', 'observer')
  room.send('sam', pass('sam'))
  expect(holder(room)).toBe('ada')
})
