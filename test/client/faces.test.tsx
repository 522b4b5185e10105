import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Faces } from '../../client/features/people-here/Faces.tsx'
import { givenRoom, InRoom, idOf, tomas } from '../harness/givenRoom.tsx'

afterEach(cleanup)

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
  expect(screen.queryByRole('img', { name: tomas.name })).toBeNull()
})
