import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { KeepsNothing } from '../../client/features/saving/KeepsNothing.tsx'
import { NotTakenOver } from '../../client/features/saving/NotTakenOver.tsx'
import { saveStateInWords } from '../../client/features/saving/saveStateInWords.ts'
import { givenRoom, InRoom, tomas, wei } from '../harness/givenRoom.tsx'
import { asCard } from '../shared/ids.ts'

afterEach(cleanup)

test('what was not taken over is shown text by text, and goes when its writer is done with it', () => {
  const room = givenRoom({ me: tomas })
  render(
    <InRoom room={room}>
      <NotTakenOver />
    </InRoom>,
  )
  expect(screen.queryByRole('alert')).toBeNull()
  act(() =>
    room.aside.set([
      { place: { in: 'card', id: asCard('c1') }, text: 'The disk was full.' },
      { place: { in: 'prose', id: 'impact' }, text: 'Nobody could pay.' },
    ]),
  )
  expect(screen.getByRole('alert').textContent).toContain('What you wrote last was not taken over')
  expect(screen.getByText('The disk was full.')).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Copy' })).toHaveLength(2)
  expect(screen.getByRole('button', { name: 'Copy all' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Done with it' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a browser that keeps nothing says so before anybody has typed, to those who write', () => {
  const show = (me: typeof tomas) => {
    const room = givenRoom({ me })
    render(
      <InRoom room={room}>
        <KeepsNothing />
      </InRoom>,
    )
    expect(screen.queryByRole('status')).toBeNull()
    act(() => room.isKept.set(false))
    return screen.queryByText('This browser will not keep changes offline.')
  }
  expect(show(wei)).toBeNull()
  cleanup()
  expect(show(tomas)).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('status')).toBeNull()
})

test('and never says of changes that they are kept on this device', () => {
  const words = (isKept: boolean) => saveStateInWords({ is: 'offline', changes: 3 }, null, isKept).words
  expect(words(true)).toBe('Working offline — 3 changes kept on this device')
  expect(words(false)).toBe('Working offline — 3 changes on this page only')
})
