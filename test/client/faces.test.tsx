import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Faces } from '../../client/features/people-here/Faces.tsx'
import { givenRoom, InRoom, idOf, tomas } from '../harness/givenRoom.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('offline, the others stay as they were, and it says as of when', async () => {
  const room = givenRoom()
  const other = new Awareness(new Y.Doc())
  other.setLocalState({ person: { personId: idOf(tomas), name: tomas.name, colour: 2 } })
  const { presence } = room
  if (!presence) throw new Error('a person has presence')
  render(
    <InRoom room={room}>
      <Faces />
    </InRoom>,
  )
  await act(async () =>
    applyAwarenessUpdate(presence, encodeAwarenessUpdate(other, [other.clientID]), 'test'),
  )
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  await act(async () => {
    room.connection.set({ is: 'reconnecting', since: Date.parse('2026-03-12T14:19:00') })
    room.save.set({ is: 'offline', changes: 0 })
    removeAwarenessStates(presence, [other.clientID], 'test')
  })
  expect(screen.getByRole('list').getAttribute('aria-label')).toBe('Here as of 14:19')
  expect(screen.getByRole('img', { name: tomas.name })).toBeTruthy()
  await act(async () => room.connection.set({ is: 'live' }))
  await act(async () => vi.advanceTimersByTime(2_000))
  expect(screen.queryByRole('img', { name: tomas.name })).toBeNull()
})

test('whoever is back within two seconds was never gone', async () => {
  const room = givenRoom()
  const other = new Awareness(new Y.Doc())
  const { presence } = room
  if (!presence) throw new Error('a person has presence')
  const say = () => {
    other.setLocalState({ person: { personId: idOf(tomas), name: tomas.name, colour: 2 } })
    applyAwarenessUpdate(presence, encodeAwarenessUpdate(other, [other.clientID]), 'test')
  }
  say()
  const { container } = render(
    <InRoom room={room}>
      <Faces />
    </InRoom>,
  )
  const before = container.innerHTML
  const seen: string[] = []
  new MutationObserver(() => seen.push(container.innerHTML)).observe(container, {
    childList: true,
    subtree: true,
    attributes: true,
  })
  for (let flap = 0; flap < 10; flap++) {
    await act(async () => removeAwarenessStates(presence, [other.clientID], 'test'))
    await act(async () => vi.advanceTimersByTime(1_000))
    await act(async () => say())
  }
  expect(container.innerHTML).toBe(before)
  expect(seen).toEqual([])
  await act(async () => removeAwarenessStates(presence, [other.clientID], 'test'))
  await act(async () => vi.advanceTimersByTime(2_000))
  expect(screen.queryByRole('img', { name: tomas.name })).toBeNull()
})

test('after a reload without a connection, who was here is what this device remembers', async () => {
  const room = givenRoom()
  room.memory.set({ here: [idOf(tomas)], heardAt: Date.parse('2026-03-12T14:19:00'), serverAheadMs: null })
  room.connection.set({ is: 'reconnecting', since: Date.parse('2026-03-12T14:40:00') })
  room.save.set({ is: 'offline', changes: 0 })
  render(
    <InRoom room={room}>
      <Faces />
    </InRoom>,
  )
  expect(screen.getByRole('list').getAttribute('aria-label')).toBe('Here as of 14:19')
  expect(screen.getByRole('img', { name: tomas.name })).toBeTruthy()
})
