import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { History } from '../../client/features/history/History.tsx'
import { Toasts } from '../../client/ui/Toasts.tsx'
import { addCard, cardTextOf, readCards, reclassifyCard, removeCard } from '../../shared/content/cards.ts'
import { type ContentCopy, copyContent } from '../../shared/content/contentCopy.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import type { Checkpoint, WritersOfPlace } from '../../shared/wire/history.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { givenRoom, type HandmadeRoom, InRoom, idOf, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'
import { asCard } from '../shared/ids.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const at = Date.parse('2026-03-12T14:00:00Z')
const made = (
  number: number,
  occasion: Checkpoint['occasion'],
  more: Partial<Checkpoint> = {},
): Checkpoint => ({
  number,
  occasion,
  by: idOf(maren),
  at,
  readAt: at,
  isSameAsBefore: false,
  ...more,
})
const checkpoints = [
  made(4, { type: 'beforeRestore', number: 1 }, { by: idOf(tomas) }),
  made(3, { type: 'savedByHand', name: 'Before the vendor joins' }, { isSameAsBefore: true }),
  made(2, { type: 'agendaAdvanced', title: 'Causes' }, { readAt: at + 60_000 }),
  made(1, { type: 'meetingStarted' }),
]

type Given = {
  list?: object
  content?: unknown
  writers?: WritersOfPlace[]
  damaged?: boolean
  refuse?: boolean
}

/** The server’s side of history; `content` is what every checkpoint holds. */
function givenHistory({ list = { checkpoints }, content, writers = [], damaged, refuse }: Given): Asked[] {
  return givenServer(({ method, path }) => {
    if (method === 'POST') {
      const sentence = 'Somebody else is going back right now.'
      return refuse
        ? { status: 409, body: { reason: 'restoreUnderWay', sentence } }
        : { body: { checkpoint: made(5, { type: 'beforeRestore', number: 1 }) } }
    }
    if (path.endsWith('/writers')) return { body: { writers } }
    if (path.endsWith('/checkpoints')) return 'status' in list ? (list as never) : { body: list }
    if (damaged) return { status: 409, body: { reason: 'checkpointDamaged', sentence: 'It is damaged.' } }
    return { body: { checkpoint: checkpoints.at(-1), content } }
  })
}

const show = (room: HandmadeRoom, number: number | null) =>
  showPage(
    <InRoom room={room}>
      <History number={number} />
      <Toasts />
    </InRoom>,
  )

/** A room that has gone on since: `then` is what it held before. */
function goneOn(me = maren): { room: HandmadeRoom; then: ContentCopy } {
  const room = givenRoom({ me })
  const { contentDoc, origin } = room
  for (const [id, text] of [
    ['changes', 'The pool was full'],
    ['goes', 'Nobody was paged'],
    ['moves', 'Who else had a copy?'],
  ] as const)
    addCard(contentDoc, { id: asCard(id), kind: 'question', text, by: null, createdAt: 0 }, origin)
  const then = copyContent(contentDoc)
  cardTextOf(contentDoc, asCard('changes'))?.insert(0, 'At 14:31: ')
  removeCard(contentDoc, asCard('goes'), origin)
  reclassifyCard(contentDoc, asCard('moves'), 'fact', origin)
  addCard(
    contentDoc,
    { id: asCard('comes'), kind: 'fact', text: 'The alert went nowhere', by: null, createdAt: 1 },
    origin,
  )
  summaryOf(contentDoc).insert(0, 'For 47 minutes checkout was slow.')
  room.undo.clear()
  return { room, then }
}

const pieceWith = (text: string) => {
  const piece = screen.getByText(text).closest('li')
  if (!piece) throw new Error(`${text} is in no list.`)
  return within(piece)
}
const restore = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Restore this' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Restore' }))
}

test('the list says what each checkpoint was made for, by whom, and what is odd about it', async () => {
  givenHistory({})
  show(givenRoom(), null)
  const rows = await screen.findAllByRole('listitem')
  expect(rows.map(({ textContent }) => textContent?.replace(/^\d\d:\d\d/, ''))).toEqual([
    'Before “Meeting started” was restoredRestored by Tomás Vidal',
    'Before the vendor joinsSaved by Maren Oduya · nothing new',
    expect.stringMatching(/^Before CausesRead at \d\d:\d\d, after the server had been down$/),
    'Meeting started',
  ])
})

test('a checkpoint shows everything as it was, and beside it what has changed since and by whom', async () => {
  const { room, then } = goneOn()
  givenHistory({
    content: then,
    writers: [
      { place: 'cards/changes', people: [idOf(tomas)], isIncomplete: false },
      { place: 'cards/goes', people: [], isIncomplete: true },
      { place: 'cards/moves', people: [idOf(tomas), idOf(maren), idOf(noor)], isIncomplete: false },
    ],
  })
  show(room, 1)
  await screen.findByText(
    'One card added, one card changed, one card moved, one card removed and the summary added since.',
  )
  await waitFor(() => pieceWith('The pool was full').getByText('Changed since by Tomás Vidal'))
  pieceWith('The pool was full').getByText('At 14:31: The pool was full')
  pieceWith('Nobody was paged').getByText('Removed since by someone unknown')
  pieceWith('Who else had a copy?').getByText('Since moved, now in Facts, by several people')
  pieceWith('The alert went nowhere').getByText('Added since')
  pieceWith('For 47 minutes checkout was slow.').getByText('Added since')
  expect(screen.getAllByText('Who else had a copy?')).toHaveLength(1)
})

test('what others change while someone looks appears by itself', async () => {
  const room = givenRoom({ me: wei })
  givenHistory({ content: copyContent(room.contentDoc) })
  show(room, 1)
  await screen.findByText('Nothing has changed since.')
  act(() => summaryOf(room.contentDoc).insert(0, 'Written meanwhile'))
  await screen.findByText('The summary added since.')
})

test('restoring says what it will do, keeps what is there first, and can be undone from the notice', async () => {
  const { room, then } = goneOn()
  const before = copyContent(room.contentDoc)
  const asked = givenHistory({ content: then })
  show(room, 1)
  fireEvent.click(await screen.findByRole('button', { name: 'Restore this' }))
  const dialog = within(await screen.findByRole('dialog'))
  dialog.getByText(
    'Two pieces added since are taken out; one piece removed since comes back; two pieces changed or moved since become what they were.',
  )
  fireEvent.click(dialog.getByRole('button', { name: 'Restore' }))
  await screen.findByText('Everything is as it was at “Meeting started”.')
  expect(copyContent(room.contentDoc)).toEqual(then)
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ for: 'restoring', number: 1 })

  act(() =>
    addCard(
      room.contentDoc,
      { id: asCard('later'), kind: 'fact', text: 'later', by: null, createdAt: 2 },
      room.origin,
    ),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  const { cards, ...rest } = copyContent(room.contentDoc)
  expect(rest).toEqual({ ...before, cards: undefined })
  expect(cards.map(({ text }) => text).sort()).toEqual(
    [...before.cards.map(({ text }) => text), 'later'].sort(),
  )
})

test('the ordinary undo takes it back as well', async () => {
  const { room, then } = goneOn()
  const before = copyContent(room.contentDoc)
  givenHistory({ content: then })
  show(room, 1)
  await restore()
  await waitFor(() => expect(copyContent(room.contentDoc)).toEqual(then))
  act(() => void room.undo.undo())
  expect(copyContent(room.contentDoc)).toEqual(before)
})

test('a refusal is said in the dialog, and nothing has changed', async () => {
  const { room, then } = goneOn()
  const before = copyContent(room.contentDoc)
  givenHistory({ content: then, refuse: true })
  show(room, 1)
  await restore()
  expect((await screen.findByRole('alert')).textContent).toContain('Somebody else is going back right now.')
  expect(copyContent(room.contentDoc)).toEqual(before)
})

test('one saved by hand needs a name, and tells when it is kept', async () => {
  const asked = givenHistory({})
  show(givenRoom(), null)
  fireEvent.click(await screen.findByRole('button', { name: 'Save a checkpoint' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }))
  await screen.findByText('Give it a name.')
  fireEvent.change(screen.getByRole('textbox'), { target: { value: ' Before lunch ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Saved as “Before lunch”.')
  expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { for: 'keeping', name: 'Before lunch' },
  ])
})

describe('who watches', () => {
  test('looks at everything and is offered neither saving nor restoring', async () => {
    const { room, then } = goneOn(wei)
    givenHistory({ content: then })
    show(room, 1)
    await screen.findByText('The pool was full')
    expect(screen.queryByRole('button', { name: /Restore|Save/ })).toBeNull()
    expect(readCards(room.contentDoc)).toHaveLength(3)
  })
})

test('without a connection nothing is restored: the button waits, and so does a press in a short gap', async () => {
  const { room, then } = goneOn()
  const before = copyContent(room.contentDoc)
  const asked = givenHistory({ content: then })
  show(room, 1)
  await screen.findByRole('button', { name: 'Restore this' })
  act(() => room.connection.set({ is: 'reconnecting', since: 0 }))
  await restore()
  expect((await screen.findByRole('alert')).textContent).toContain('There is no connection right now')
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
  expect(copyContent(room.contentDoc)).toEqual(before)
  fireEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }))

  act(() => room.save.set({ is: 'offline', changes: 0 }))
  const button = await screen.findByRole('button', { name: 'Restore this' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(button)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a damaged checkpoint is named, and the list stays', async () => {
  givenHistory({ damaged: true })
  show(givenRoom(), 3)
  expect((await screen.findByRole('alert')).textContent).toContain('The rest still opens.')
  expect(await screen.findByText('Meeting started')).toBeDefined()
})

test('a broken piece is said to be left out, and the rest is shown', async () => {
  const { room, then } = goneOn()
  givenHistory({ content: { ...then, cards: [{ id: 'goes' }, then.cards[0]] } })
  show(room, 1)
  await screen.findByText(/^One piece of it cannot be read/)
})

test('an empty history says how it fills, and a list that does not come says so', async () => {
  givenHistory({ list: { checkpoints: [] } })
  show(givenRoom(), null)
  await screen.findByText('The past of this postmortem will be here')
  cleanup()
  givenHistory({ list: { status: 500, body: { reason: 'serverFault', sentence: 'Something went wrong.' } } })
  show(givenRoom(), null)
  expect((await screen.findByRole('alert')).textContent).toContain('The checkpoints could not be listed.')
})
