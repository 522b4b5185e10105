import { expect, test } from 'vitest'
import { asItem } from './ids.ts'
import { advance, current, giveRole, goBack, liveMeeting, minutes } from './openMeeting.ts'

test('two people extending at once both count', () => {
  const room = liveMeeting()
  giveRole(room, 'noor', 'backupFacilitator')
  const itemId = current(room)
  expect(room.send('fay', { type: 'extendTimebox', itemId, minutes: 5 })).toBe('done')
  expect(room.send('noor', { type: 'extendTimebox', itemId, minutes: 5 })).toBe('done')
  expect(room.remaining()).toBe(minutes(3 + 10))
  expect(room.sees().agenda[0]).toMatchObject({ plannedMinutes: 3, extendedMinutes: 10 })
})

test('paused at 0:01 and resumed ten minutes later, the clock shows 0:01', () => {
  const room = liveMeeting()
  room.wait(minutes(3) - 1_000)
  const itemId = current(room)
  expect(room.send('fay', { type: 'pauseTimebox', itemId })).toBe('done')
  expect(room.send('fay', { type: 'pauseTimebox', itemId })).toBe('alreadyPaused')
  room.wait(minutes(10))
  expect(room.remaining()).toBe(1_000)
  expect(room.send('fay', { type: 'resumeTimebox', itemId })).toBe('done')
  expect(room.remaining()).toBe(1_000)
  expect(room.send('fay', { type: 'resumeTimebox', itemId })).toBe('alreadyRunning')
})

test('extending while paused adds to what is left', () => {
  const room = liveMeeting()
  room.send('fay', { type: 'pauseTimebox', itemId: current(room) })
  room.send('fay', { type: 'extendTimebox', itemId: current(room), minutes: 2 })
  expect(room.remaining()).toBe(minutes(5))
})

test('an overrun counts up and nothing moves on by itself', () => {
  const room = liveMeeting()
  room.wait(minutes(4))
  expect(room.remaining()).toBe(minutes(-1))
  expect(current(room)).toBe('tone')
  room.send('fay', { type: 'extendTimebox', itemId: current(room), minutes: 3 })
  expect(room.remaining()).toBe(minutes(2))
})

test('an item gets at most four more hours', () => {
  const room = liveMeeting()
  const extend = (count: number) =>
    room.send('fay', { type: 'extendTimebox', itemId: current(room), minutes: count })
  for (let times = 0; times < 4; times++) expect(extend(60)).toBe('done')
  expect(extend(1)).toBe('extendedEnough')
})

test('who pauses or extends an item that is no longer current is told so', () => {
  const room = liveMeeting()
  const seen = current(room)
  room.send('fay', advance(room))
  expect(room.send('fay', { type: 'pauseTimebox', itemId: seen })).toBe('agendaMovedOn')
  expect(room.send('fay', { type: 'extendTimebox', itemId: seen, minutes: 5 })).toBe('agendaMovedOn')
})

test('an item returned to goes on with what it had left', () => {
  const room = liveMeeting()
  room.wait(minutes(1))
  room.send('fay', advance(room))
  room.wait(minutes(2))
  room.send('fay', goBack(room))
  expect(room.remaining()).toBe(minutes(2))
  room.wait(minutes(1))
  room.send('fay', advance(room))
  expect(room.remaining()).toBe(minutes(3))
  const spent = Object.fromEntries(room.sees().agenda.map((item) => [item.id, item.spentMs]))
  expect(spent).toMatchObject({ tone: minutes(2), impact: minutes(2), timeline: 0 })
})

test('leaving a paused item starts the next one running, and books no paused time', () => {
  const room = liveMeeting()
  room.wait(minutes(1))
  room.send('fay', { type: 'pauseTimebox', itemId: current(room) })
  room.wait(minutes(30))
  room.send('fay', advance(room))
  expect(room.sees().timebox.state).toBe('running')
  expect(room.sees().agenda[0]?.spentMs).toBe(minutes(1))
})

test('a reopened meeting stands still where it ended until someone resumes', () => {
  const room = liveMeeting()
  room.wait(minutes(1))
  room.send('fay', { type: 'endMeeting' })
  expect(room.sees()).toMatchObject({ status: 'ended', endedAt: room.now() })
  room.wait(minutes(600))
  room.send('fay', { type: 'reopenMeeting' })
  expect(room.sees()).toMatchObject({ status: 'live', endedAt: null })
  expect(room.remaining()).toBe(minutes(2))
  expect(room.sees().agenda[0]?.spentMs).toBe(minutes(1))
  room.send('fay', { type: 'resumeTimebox', itemId: asItem('tone') })
  room.wait(minutes(1))
  expect(room.remaining()).toBe(minutes(1))
})
