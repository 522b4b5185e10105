import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FacilitatesNow } from '../../client/features/failover/FacilitatesNow.tsx'
import { FacilitatorLost } from '../../client/features/failover/FacilitatorLost.tsx'
import { TakeBack } from '../../client/features/failover/TakeBack.tsx'
import { TAKE_BACK_WITHIN_MS } from '../../shared/meeting/attendance.ts'
import { facilitatorOf } from '../../shared/meeting/meeting.ts'
import {
  type GivenPerson,
  givenRoom,
  type HandmadeRoom,
  InRoom,
  idOf,
  maren,
  noor,
  tomas,
  wei,
} from '../harness/givenRoom.tsx'

const backup: GivenPerson = { ...noor, role: 'backupFacilitator' }
const START = Date.parse('2026-03-12T14:00:00Z')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** Maren facilitates and has been gone for so long, seen by somebody else. */
async function lostFor(ms: number, me: GivenPerson): Promise<HandmadeRoom> {
  const room = givenRoom({ people: [maren, backup, tomas, wei], me })
  room.setNow(START)
  await room.sendAs(maren, { type: 'startMeeting' })
  room.facilitatorGoneSince.set(START)
  room.setNow(START + ms)
  render(
    <InRoom room={room}>
      <FacilitatorLost />
      <TakeBack />
      <FacilitatesNow />
    </InRoom>,
  )
  return room
}
const takeOver = () => screen.queryByRole('button', { name: 'Take over' })
const line = () => screen.queryByText(/Maren lost the connection/)

test('a short gap is not mentioned', async () => {
  await lostFor(9_000, backup)
  expect(line()).toBeNull()
})

test('after ten seconds a backup can take over, and does', async () => {
  const room = await lostFor(10_000, backup)
  await act(async () => fireEvent.click(takeOver() ?? document.body))
  expect(facilitatorOf(room.snapshot.get().meeting)?.personId).toBe(idOf(backup))
})

test('of two who press at once one takes over, and the other sees who', async () => {
  const room = await lostFor(30_000, tomas)
  const { send } = room
  room.send = async (command) => {
    await room.sendAs(backup, { type: 'takeOverFacilitation', fromPersonId: idOf(maren) })
    return send(command)
  }
  await act(async () => fireEvent.click(takeOver() ?? document.body))
  expect(facilitatorOf(room.snapshot.get().meeting)?.personId).toBe(idOf(backup))
  expect(screen.getByText('Noor facilitates now.')).toBeTruthy()
  expect(room.trouble.get()).toBeNull()
  act(() => void vi.advanceTimersByTime(12_000))
  expect(screen.queryByText('Noor facilitates now.')).toBeNull()
})

test('whoever takes over reads it too, and everyone when the role goes back', async () => {
  const room = await lostFor(10_000, backup)
  await act(async () => fireEvent.click(takeOver() ?? document.body))
  expect(screen.getByText('You facilitate now.')).toBeTruthy()
  await act(async () => void (await room.sendAs(maren, { type: 'takeBackFacilitation' })))
  expect(screen.getByText('Maren facilitates now.')).toBeTruthy()
})

test('others are told how long, and can after thirty seconds', async () => {
  const room = await lostFor(18_000, tomas)
  expect(takeOver()).toBeNull()
  expect(screen.getByText('You can take over in 12 s.')).toBeTruthy()
  room.setNow(START + 30_000)
  act(() => void vi.advanceTimersByTime(1_000))
  expect(takeOver()).not.toBeNull()
})

test('someone who watches is told and offered nothing', async () => {
  await lostFor(60_000, wei)
  expect(line()).not.toBeNull()
  expect(takeOver()).toBeNull()
})

test('whoever lost the role is offered it back, for a minute', async () => {
  const room = givenRoom({ people: [maren, backup, tomas], me: maren })
  room.setNow(START)
  await room.send({ type: 'startMeeting' })
  room.facilitatorGoneSince.set(START)
  room.setNow(START + 10_000)
  await room.sendAs(backup, { type: 'takeOverFacilitation', fromPersonId: idOf(maren) })
  room.facilitatorGoneSince.set(null)
  render(
    <InRoom room={room}>
      <TakeBack />
    </InRoom>,
  )
  expect(screen.getByText('While you were away Noor took over the meeting.')).toBeTruthy()
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Take back' })))
  expect(facilitatorOf(room.snapshot.get().meeting)?.personId).toBe(idOf(maren))
  expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
})

test('after that minute the offer is gone', async () => {
  const room = givenRoom({ people: [maren, backup], me: maren })
  room.setNow(START)
  await room.send({ type: 'startMeeting' })
  room.facilitatorGoneSince.set(START - 20_000)
  await room.sendAs(backup, { type: 'takeOverFacilitation', fromPersonId: idOf(maren) })
  render(
    <InRoom room={room}>
      <TakeBack />
    </InRoom>,
  )
  act(() => void vi.advanceTimersByTime(TAKE_BACK_WITHIN_MS))
  expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
})
