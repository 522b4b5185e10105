import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AgendaRail } from '../../client/features/agenda/AgendaRail.tsx'
import { TemplateChooser } from '../../client/features/agenda/TemplateChooser.tsx'
import { Desk } from '../../client/features/desk/Desk.tsx'
import { Transport } from '../../client/features/desk/Transport.tsx'
import { Floor } from '../../client/features/floor/Floor.tsx'
import { FloorAnnouncer } from '../../client/features/floor/FloorAnnouncer.tsx'
import { ReadyToMoveOn } from '../../client/features/floor/ReadyToMoveOn.tsx'
import { KeyboardOverlay } from '../../client/features/keys/KeyboardOverlay.tsx'
import { spokenNow } from '../../client/ui/liveRegions.ts'
import type { AgendaItemId } from '../../shared/ids.ts'
import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import { givenRoom, type HandmadeRoom, InRoom, idOf, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const tone = 'tone' as AgendaItemId
const show = (room: HandmadeRoom, part: ReactNode) => render(<InRoom room={room}>{part}</InRoom>)
const rail = <AgendaRail openedItemId={null} onOpen={() => {}} />
const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }))
const click = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))

test('H raises the hand, the own place is said in words, and H lowers it again', async () => {
  const room = givenRoom({ me: tomas })
  await room.sendAs(noor, { type: 'raiseHand', kind: 'newPoint', note: '' })
  show(room, <Floor />)
  await press('h')
  const queue = screen.getByRole('list', { name: 'Next to speak' })
  expect(within(queue).getAllByRole('listitem')[1]?.textContent).toContain('You are second')
  await press('h')
  expect(within(queue).getAllByRole('listitem')).toHaveLength(1)
})

test('a note on the own hand keeps its place and can be read by everyone', async () => {
  const room = givenRoom({ me: tomas })
  await room.send({ type: 'raiseHand', kind: 'newPoint', note: '' })
  await room.sendAs(noor, { type: 'raiseHand', kind: 'newPoint', note: '' })
  show(room, <Floor />)
  await click('Add a note')
  fireEvent.click(screen.getByRole('radio', { name: 'To clarify' }))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'which replica' } })
  await click('Say so')
  expect(room.snapshot.get().meeting.turnQueue[0]).toMatchObject({
    personId: idOf(tomas),
    kind: 'clarify',
    note: 'which replica',
  })
  expect(screen.getByText('To clarify: which replica')).toBeTruthy()
})

test('whoever gets the floor hears it at once, and whoever is next hears after whom', async () => {
  const room = givenRoom({ me: tomas })
  show(room, <FloorAnnouncer />)
  await act(() => room.sendAs(maren, { type: 'grantFloor', personId: idOf(noor), holderSeen: null }))
  await act(() => room.send({ type: 'raiseHand', kind: 'newPoint', note: '' }))
  await act(() => vi.advanceTimersByTimeAsync(5))
  expect(spokenNow('polite')).toContain('Noor has the floor. You are next, after Noor.')
  await act(() => room.sendAs(maren, { type: 'grantFloor', personId: idOf(tomas), holderSeen: idOf(noor) }))
  await act(() => vi.advanceTimersByTimeAsync(5))
  expect(spokenNow('assertive').trim()).toBe('You have the floor.')
})

function loseTheLine(room: HandmadeRoom, goneMs: number) {
  room.connection.set({ is: 'reconnecting', since: Date.now() - goneMs })
  if (goneMs >= 2_000) room.save.set({ is: goneMs >= 10_000 ? 'offline' : 'reconnecting', changes: 0 })
}

test('a hand raised without a connection waits, and goes up once when the connection is back', async () => {
  const room = givenRoom({ me: tomas })
  loseTheLine(room, 20_000)
  show(room, <Floor />)
  await click(/Raise hand when back/)
  expect(screen.getByText('Your hand goes up when the connection is back')).toBeTruthy()
  expect(room.snapshot.get().meeting.turnQueue).toHaveLength(0)
  await act(async () => room.comeBack())
  expect(room.snapshot.get().meeting.turnQueue).toHaveLength(1)
  expect(screen.queryByText(/when the connection is back/)).toBeNull()
  await act(async () => room.comeBack())
  expect(room.snapshot.get().meeting.turnQueue).toHaveLength(1)
})

test('a hand that waits can be taken back, and the last wish counts', async () => {
  const room = givenRoom({ me: tomas })
  loseTheLine(room, 20_000)
  show(room, <Floor />)
  await click(/Raise hand when back/)
  await click(/Take it back/)
  await act(async () => room.comeBack())
  expect(room.snapshot.get().meeting.turnQueue).toHaveLength(0)
})

test('a hand lowered without a connection goes down, unless somebody gave the floor meanwhile', async () => {
  const room = givenRoom({ me: tomas })
  await room.send({ type: 'raiseHand', kind: 'newPoint', note: '' })
  loseTheLine(room, 20_000)
  show(room, <Floor />)
  await click(/Lower your hand/)
  expect(screen.getByText('Your hand goes down when the connection is back')).toBeTruthy()
  await room.sendAs(maren, { type: 'grantFloor', personId: idOf(tomas), holderSeen: null })
  await act(async () => room.comeBack())
  expect(room.snapshot.get().meeting.floor?.holderId).toBe(idOf(tomas))
  expect(room.trouble.get()).toBeNull()
})

test('ready without a connection waits, and is not said of an item the room has left', async () => {
  const room = givenRoom({ me: tomas })
  await room.sendAs(maren, { type: 'startMeeting' })
  show(room, <ReadyToMoveOn />)
  const tick = () => act(async () => void fireEvent.click(screen.getByRole('checkbox')))
  loseTheLine(room, 20_000)
  await tick()
  expect(screen.getByText(/when the connection is back/)).toBeTruthy()
  await act(async () => room.comeBack())
  expect(room.snapshot.get().meeting.ready).toEqual([idOf(tomas)])

  loseTheLine(room, 20_000)
  await tick()
  await room.sendAs(maren, { type: 'advanceAgenda', fromItemId: tone })
  await act(async () => room.comeBack())
  expect(room.snapshot.get().meeting.ready).toEqual([])
  expect(room.trouble.get()).toBeNull()
})

test('after the end nothing that waited is asked for', async () => {
  const room = givenRoom({ me: tomas })
  await room.sendAs(maren, { type: 'startMeeting' })
  loseTheLine(room, 20_000)
  room.wish({ hand: { isUp: true, kind: 'newPoint', note: '' } })
  await room.sendAs(maren, { type: 'endMeeting' })
  room.comeBack()
  expect(room.snapshot.get().meeting.turnQueue).toEqual([])
  expect(room.trouble.get()).toBeNull()
})

test('an observer sees the floor and has no hand to raise', () => {
  show(givenRoom({ me: wei }), <Floor />)
  expect(screen.getByText('The floor is open')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('ready counts those who are here and are asked, and starts anew on the next item', async () => {
  const room = givenRoom({ me: tomas })
  await room.sendAs(maren, { type: 'startMeeting' })
  show(room, <ReadyToMoveOn />)
  await press('r')
  expect(screen.getByRole('checkbox')).toHaveProperty('checked', true)
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('1 of 1 ready')
  await act(() => room.sendAs(maren, { type: 'advanceAgenda', fromItemId: tone }))
  expect(screen.getByRole('checkbox')).toHaveProperty('checked', false)
})

test('Next names the next item, and says first that someone waits to speak', async () => {
  const room = givenRoom()
  await room.send({ type: 'startMeeting' })
  await room.sendAs(tomas, { type: 'raiseHand', kind: 'newPoint', note: '' })
  show(room, <Transport />)
  await click(/Next: Context and impact/)
  expect(room.snapshot.get().meeting.currentItemId).toBe('tone')
  expect(screen.getByText('1 person is waiting to speak')).toBeTruthy()
  await click('Go on to Context and impact')
  expect(room.snapshot.get().meeting.currentItemId).toBe('impact')
  expect(room.snapshot.get().meeting.turnQueue).toHaveLength(1)
})

test('on the last item the meeting is closed, after a question', async () => {
  const room = givenRoom()
  await room.send({ type: 'startMeeting' })
  for (const { id } of room.snapshot.get().meeting.agenda.slice(0, -1)) {
    await room.send({ type: 'advanceAgenda', fromItemId: id })
  }
  show(room, <Transport />)
  await press('n')
  expect(room.snapshot.get().meeting.status).toBe('live')
  const dialog = screen.getByRole('dialog', { name: 'Close the meeting?' })
  await act(
    async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Close the meeting' })),
  )
  expect(room.snapshot.get().meeting.status).toBe('ended')
  expect(screen.getByRole('button', { name: 'Reopen the meeting' })).toBeTruthy()
})

test('P pauses and starts the clock, + adds two minutes', async () => {
  const room = givenRoom()
  show(room, <Transport />)
  await press('p')
  expect(room.snapshot.get().meeting.status).toBe('live')
  await press('p')
  expect(room.snapshot.get().meeting.timebox.state).toBe('paused')
  await press('p')
  await press('+')
  expect(room.snapshot.get().meeting).toMatchObject({ timebox: { state: 'running' } })
  expect(room.snapshot.get().meeting.agenda[0]?.extendedMinutes).toBe(2)
})

test('without a connection the controls say why they wait, and ask nothing', async () => {
  const room = givenRoom()
  await room.send({ type: 'startMeeting' })
  loseTheLine(room, 20_000)
  show(room, <Transport />)
  const pause = screen.getByRole('button', { name: /Pause/ })
  expect(pause.title).toBe('Waits until the connection is back')
  await act(async () => void fireEvent.click(pause))
  await press('p')
  expect(room.snapshot.get().meeting.timebox.state).toBe('running')
  expect(room.trouble.get()?.sentence).toContain('There is no connection right now')
})

test('a short gap disables nothing; a press in it is refused with a sentence once the gap is shown', async () => {
  const room = givenRoom({ me: maren })
  await room.send({ type: 'startMeeting' })
  loseTheLine(room, 3_000)
  show(room, <Transport />)
  const pause = screen.getByRole('button', { name: /Pause/ })
  expect(pause.getAttribute('aria-disabled')).toBeNull()
  await act(async () => void fireEvent.click(pause))
  expect(room.trouble.get()?.reason).toBe('noConnection')
  expect(room.snapshot.get().meeting.timebox.state).toBe('running')
})

test('the desk gives the floor to the first in line with G, and passes it on', async () => {
  const room = givenRoom()
  await room.sendAs(tomas, { type: 'raiseHand', kind: 'newPoint', note: '' })
  show(room, <Desk />)
  await press('g')
  expect(room.snapshot.get().meeting.floor?.holderId).toBe(idOf(tomas))
  await click(/Thank, and/)
  expect(room.snapshot.get().meeting.floor).toBeNull()
})

test('a prompt put on stage is what the room is asked, and the step’s own can come back', async () => {
  const room = givenRoom()
  await room.send({ type: 'startMeeting' })
  show(room, <Desk />)
  const [first] = screen.getAllByRole('button', { name: 'Put on stage' })
  await act(async () => void (first && fireEvent.click(first)))
  expect(room.snapshot.get().meeting.prompt).toContain('What would make it easy to speak openly')
  await click('Back to this one')
  expect(room.snapshot.get().meeting.prompt).toBeNull()
})

test('the agenda marks where the room is, and Alt with an arrow moves an item for whoever steers', async () => {
  const room = givenRoom()
  await room.send({ type: 'startMeeting' })
  show(room, rail)
  const titles = () =>
    screen.getAllByRole('listitem').map((row) => within(row).getAllByRole('button')[0]?.textContent)
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.getAttribute('aria-current')).toBe('step')
  await act(async () => void (second && fireEvent.keyDown(second, { key: 'ArrowDown', altKey: true })))
  expect(titles().slice(0, 3)).toEqual(['Set the tone', 'Walk the timeline', 'Context and impact'])
})

test('a participant can open any item and change none', async () => {
  const opened: string[] = []
  render(
    <InRoom room={givenRoom({ me: tomas })}>
      <AgendaRail openedItemId={null} onOpen={(id) => opened.push(id)} />
      <TemplateChooser />
    </InRoom>,
  )
  await click('Actions')
  expect(opened).toEqual(['actions'])
  expect(screen.queryByRole('button', { name: /Change/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Add an item' })).toBeNull()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('an agenda is chosen before the start, from short to long', async () => {
  const room = givenRoom()
  show(room, <TemplateChooser />)
  expect(
    screen.getAllByRole('radio').map((radio) => radio.closest('label')?.querySelector('b')?.textContent),
  ).toEqual(['30 minutes', '60 minutes', '60 minutes, learning', '90 minutes', '120 minutes'])
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: /^30 minutes/ })))
  expect(room.snapshot.get().meeting.agenda.map(({ plannedMinutes }) => plannedMinutes)).toEqual([
    2, 3, 10, 3, 3, 3, 4, 2,
  ])
})

test('a first review has its own agenda among the choices, and nobody is said to have changed it', async () => {
  const room = givenRoom()
  const snapshot = room.snapshot.get()
  const meeting = { ...snapshot.meeting, stage: 'initial' as const, agenda: agendaFromTemplate('initial') }
  room.snapshot.set({ ...snapshot, meeting })
  show(room, <TemplateChooser />)
  expect(screen.getByRole('radio', { name: /^25 minutes, first review/ })).toMatchObject({ checked: true })
  expect(screen.queryByText('Changed by you')).toBeNull()
})

test('the keyboard overlay lists what works here and nothing else', async () => {
  render(
    <InRoom room={givenRoom({ me: tomas })}>
      <KeyboardOverlay />
      <Floor />
    </InRoom>,
  )
  await press('?')
  const dialog = screen.getByRole('dialog', { name: 'Keyboard' })
  const listed = [...dialog.querySelectorAll('dt')].map((term) => term.textContent)
  expect(listed).toEqual(['Raise or lower your hand', 'Show this list'])
})
