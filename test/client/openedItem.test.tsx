import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useOpenedItem } from '../../client/app/useOpenedItem.ts'
import type { AgendaItemId } from '../../shared/ids.ts'
import { givenRoom, type HandmadeRoom, InRoom, maren, tomas } from '../harness/givenRoom.tsx'

afterEach(cleanup)

const [tone, impact, actions] = ['tone', 'impact', 'actions'] as AgendaItemId[] as [
  AgendaItemId,
  AgendaItemId,
  AgendaItemId,
]

function Screen() {
  const { item, roomIsOn, open } = useOpenedItem()
  return (
    <>
      <p>
        {item?.title}, {roomIsOn ? `the room is on ${roomIsOn.title}` : 'with the room'}
      </p>
      <textarea />
      <button type="button" onClick={() => open(actions)}>
        Look at the actions
      </button>
      <button type="button" onClick={() => roomIsOn && open(roomIsOn.id)}>
        Go there
      </button>
    </>
  )
}

async function startedRoom(): Promise<HandmadeRoom> {
  const room = givenRoom({ me: tomas })
  await room.sendAs(maren, { type: 'startMeeting' })
  render(
    <InRoom room={room}>
      <Screen />
    </InRoom>,
  )
  return room
}
const shown = () => document.querySelector('p')?.textContent
const advance = (room: HandmadeRoom, fromItemId: AgendaItemId) =>
  act(() => room.sendAs(maren, { type: 'advanceAgenda', fromItemId }))

test('a screen goes on with the room', async () => {
  const room = await startedRoom()
  await advance(room, tone)
  expect(shown()).toBe('Context and impact, with the room')
})

test('whoever is writing stays, is told where the room is, and goes there when ready', async () => {
  const room = await startedRoom()
  screen.getByRole('textbox').focus()
  await advance(room, tone)
  expect(shown()).toBe('Set the tone, the room is on Context and impact')
  fireEvent.click(screen.getByRole('button', { name: 'Go there' }))
  expect(shown()).toBe('Context and impact, with the room')
})

test('whoever looks ahead stays there, and is with the room again once it arrives', async () => {
  const room = await startedRoom()
  fireEvent.click(screen.getByRole('button', { name: 'Look at the actions' }))
  await advance(room, tone)
  expect(shown()).toBe('Actions, the room is on Context and impact')
  for (const itemId of ['timeline', 'wentWell', 'madeItHard', 'causes']) {
    await act(() => room.sendAs(maren, { type: 'skipAgendaItem', itemId: itemId as AgendaItemId }))
  }
  await advance(room, impact)
  expect(shown()).toBe('Actions, with the room')
})
