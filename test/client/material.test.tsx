import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newQueryClient } from '../../client/app/newQueryClient.ts'
import { Material } from '../../client/features/material/Material.tsx'
import {
  leadInWords,
  openedInWords,
  otherStartInWords,
  sentInWords,
} from '../../client/features/material/materialInWords.ts'
import { NoteOpening } from '../../client/features/material/NoteOpening.tsx'
import { viewerZone } from '../../client/room/viewerZone.ts'
import { materialText } from '../../shared/material/materialText.ts'
import type { MaterialSending, Material as SentMaterial } from '../../shared/wire/material.ts'
import { type Asked, givenServer } from '../harness/givenPage.tsx'
import { givenRoom, InRoom, idOf, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'
import { asPerson } from '../shared/ids.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const HOUR = 3_600_000
const NOW = Date.parse('2026-03-12T14:00:00Z')
const link = 'https://candor.example.org/p/p1/prepare'
const desk = (byMail = true): NonNullable<SentMaterial['desk']> => ({
  byMail,
  link,
  people: [
    { personId: idOf(noor), name: noor.name, state: 'notSent' },
    { personId: idOf(tomas), name: tomas.name, state: 'notSent' },
    { personId: asPerson('jonas'), name: 'Jonas Lindqvist', state: 'notSent' },
  ],
})
const nothingSent: SentMaterial = { sendings: [], openedCount: null, desk: desk() }
const sending = (more: Partial<MaterialSending> = {}): MaterialSending => ({
  at: NOW - HOUR,
  by: { personId: idOf(maren), name: maren.name },
  way: 'mail',
  count: 9,
  startsAt: null,
  ...more,
})
const audience = { isRestricted: false, personIds: [], teamIds: [] }

type Shown = { seen?: SentMaterial; answer?: { status: number; body: unknown }; startsAt?: number | null }

function show({ seen = nothingSent, answer = { status: 200, body: seen }, startsAt = null }: Shown = {}) {
  const asked: Asked[] = givenServer(({ path }) => {
    if (path.endsWith('/material')) return { body: seen }
    if (path.endsWith('/material/send')) return answer
    if (path.endsWith('/access')) return { body: { ...nothingToChange, audience } }
    return { status: 404, body: { reason: 'noSuchAddress', sentence: 'Nothing here.' } }
  })
  const room = givenRoom({ people: [maren, tomas, noor, wei], me: maren })
  const { snapshot } = room
  snapshot.set({ ...snapshot.get(), meeting: { ...snapshot.get().meeting, startsAt } })
  render(
    <QueryClientProvider client={newQueryClient()}>
      <InRoom room={room}>
        <Material moveMeeting={<button type="button">Move the meeting</button>} />
        <NoteOpening />
      </InRoom>
    </QueryClientProvider>,
  )
  return { room, asked, sent: () => asked.filter(({ path }) => path.endsWith('/material/send')) }
}
const nothingToChange = {
  mayChange: false,
  people: [],
  teams: [],
  guestLinks: [],
  guests: [],
  sharedScreens: 0,
}

test('whoever belongs to the review is chosen, others can be, and it goes out once', async () => {
  const { sent } = show()
  fireEvent.click(await screen.findByRole('button', { name: 'Send the material' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Send the material' }))
  const checked = (name: string) => (dialog.getByLabelText(name) as HTMLInputElement).checked
  expect([noor.name, tomas.name, 'Jonas Lindqvist'].map(checked)).toEqual([true, true, false])
  fireEvent.click(dialog.getByLabelText('Jonas Lindqvist'))
  fireEvent.click(dialog.getByLabelText(tomas.name))
  const press = dialog.getByRole('button', { name: 'Send to 2 people' })
  fireEvent.click(press)
  fireEvent.click(press)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent()).toHaveLength(1)
  expect(sent()[0]?.body).toMatchObject({
    meetingId: 'm1',
    personIds: [idOf(noor), 'jonas'],
    way: 'mail',
    zone: viewerZone(),
  })
})

test('a no is said in the dialog, and the choice and its id stay', async () => {
  const problem = { reason: 'notStorable', sentence: 'The server cannot use its storage right now.' }
  const { sent } = show({ answer: { status: 503, body: problem } })
  fireEvent.click(await screen.findByRole('button', { name: 'Send the material' }))
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Send to 2 people' }))
  press()
  await screen.findByText(problem.sentence)
  press()
  await waitFor(() => expect(sent()).toHaveLength(2))
  const ids = sent().map(({ body }) => (body as { sendingId: string }).sendingId) // the request’s own shape
  expect(new Set(ids).size).toBe(1)
})

test('without mail the page gives the link and the words, and notes that it was sent', async () => {
  const { sent } = show({ seen: { ...nothingSent, desk: desk(false) } })
  fireEvent.click(await screen.findByRole('button', { name: 'Send the material' }))
  expect(((await screen.findByLabelText('The link')) as HTMLInputElement).value).toBe(link)
  const written: string[] = []
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: { writeText: async (text: string) => written.push(text) },
  })
  await waitFor(() => {
    fireEvent.click(screen.getByRole('button', { name: /Copy a text|Copied/ }))
    expect(written.at(-1)).toContain('the review of “Checkout slowed after a connection-pool change”')
  })
  expect(written.at(-1)).toContain(link)
  fireEvent.click(screen.getByRole('button', { name: 'I have sent it to 2 people' }))
  await waitFor(() => expect(sent()[0]?.body).toMatchObject({ way: 'byHand' }))
})

test('less than a day ahead is pointed out, with a way to move the meeting, and stops nobody', async () => {
  show({ startsAt: NOW + 9.5 * HOUR })
  await screen.findByText(/^The material goes out 9 hours ahead; a day is what people need\./)
  screen.getByRole('button', { name: 'Move the meeting' })
  fireEvent.click(screen.getByRole('button', { name: 'Send the material' }))
  expect(screen.getByRole('button', { name: 'Send to 2 people' }).getAttribute('aria-disabled')).toBeNull()
})

test('whoever has it cannot be chosen again, and a mail that did not go out is named', async () => {
  const people = desk().people.map((person, at) => ({
    ...person,
    state: (['sent', 'failed', 'notSent'] as const)[at] ?? 'notSent',
  }))
  show({ seen: { sendings: [sending({ count: 1 })], openedCount: null, desk: { ...desk(), people } } })
  await screen.findByText('One mail did not go out.')
  screen.getByText(/^Tomás Vidal: the mail server did not take it/)
  fireEvent.click(screen.getByRole('button', { name: 'Send it to others' }))
  screen.getByText('Noor Haddad has it already.')
  expect(screen.queryByLabelText('Noor Haddad')).toBeNull()
  screen.getByRole('button', { name: 'Send to 1 person' })
})

test('whoever takes part reads when it went out and how many have opened it', async () => {
  const seen = { sendings: [sending()], openedCount: 6, desk: null }
  const { asked } = show({ seen })
  await screen.findByText(/^Sent today at \d\d:\d\d to 9 people\.$/)
  screen.getByText('At least 6 have opened it.')
  expect(screen.queryByRole('button')).toBeNull()
  expect(asked.filter(({ body }) => JSON.stringify(body) === '{"for":"opening"}')).toHaveLength(1)
})

test('what could not be read says so and can be tried again', async () => {
  givenServer(() => ({ status: 503, body: { reason: 'notStorable', sentence: 'Try again in a moment.' } }))
  render(
    <QueryClientProvider client={newQueryClient()}>
      <InRoom room={givenRoom({ me: tomas })}>
        <Material moveMeeting={null} />
      </InRoom>
    </QueryClientProvider>,
  )
  await screen.findByText('It could not be read whether it was sent.')
  screen.getByRole('button', { name: 'Try again' })
})

test('a page in the background opens nothing, until somebody comes back to it', async () => {
  const asked = givenServer(() => ({ body: nothingSent }))
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  render(
    <InRoom room={givenRoom({ me: tomas })}>
      <NoteOpening />
    </InRoom>,
  )
  expect(asked).toEqual([])
  visibility.mockReturnValue('visible')
  fireEvent(document, new Event('visibilitychange'))
  expect(asked.map(({ body }) => body)).toEqual([{ for: 'opening' }])
  visibility.mockRestore()
})

test('nothing is asked once the meeting has started', async () => {
  const asked = givenServer(() => ({ body: nothingSent }))
  const room = givenRoom({ me: tomas })
  await room.sendAs(maren, { type: 'startMeeting' })
  render(
    <InRoom room={room}>
      <NoteOpening />
    </InRoom>,
  )
  expect(asked).toEqual([])
})

describe('in words', () => {
  const zone = 'Europe/Berlin'
  const seen = { now: NOW, zone }
  test('when it went out, and to how many later', () => {
    expect(sentInWords([], NOW, zone)).toBe(
      'Not sent yet. A day ahead is what people need to read and to answer.',
    )
    expect(sentInWords([sending({ count: 1 })], NOW, zone)).toBe('Sent today at 14:00 to 1 person.')
    const more = [sending({ at: NOW - 20 * HOUR }), sending({ count: 1 }), sending({ count: 2 })]
    expect(sentInWords(more, NOW, zone)).toBe(
      'Sent yesterday at 19:00 to 9 people, and today at 14:00 to 3 more.',
    )
  })
  test('how many have opened it, never more than is told', () => {
    const opened = (openedCount: number | null) =>
      openedInWords({ sendings: [sending()], openedCount, desk: null })
    expect(openedInWords(nothingSent)).toBeNull()
    expect(opened(null)).toBe('With fewer than four people it is not told how many have opened it.')
    expect(opened(0)).toBe('How many have opened it is not counted yet.')
    expect(opened(6)).toBe('At least 6 have opened it.')
  })
  test.each([
    [null, null],
    [NOW + 24 * HOUR, null],
    [NOW - 1, null],
    [NOW + 24 * HOUR - 1, 'The material goes out 23 hours ahead; a day is what people need.'],
    [NOW + 1.5 * HOUR, 'The material goes out 1 hour ahead; a day is what people need.'],
    [NOW + 40 * 60_000, 'The material goes out 40 minutes ahead; a day is what people need.'],
  ])('a start at %s', (startsAt, words) => {
    expect(leadInWords(startsAt, NOW)).toBe(words)
  })
  test('another start than the one people were told', () => {
    const told = (startsAt: number | null) => [sending({ startsAt })]
    expect(otherStartInWords([], NOW, seen)).toBeNull()
    expect(otherStartInWords(told(NOW), NOW, seen)).toBeNull()
    expect(otherStartInWords(told(null), NOW, seen)).toBe('It named no time. Tell people when you meet.')
    expect(otherStartInWords(told(NOW), NOW + HOUR, seen)).toBe(
      'It named another time: today at 15:00. Tell people that this has changed.',
    )
  })
  test('a text without a time says so', () => {
    const told = { sentBy: 'Maren', stage: 'deepDive' as const, title: null, startsAt: null, zone, link }
    expect(materialText(told)).toContain('prepare for a deep dive.\nThe time is still to be chosen.')
  })
})
