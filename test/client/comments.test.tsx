import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ProseField } from '../../client/app/ProseField.tsx'
import { Board } from '../../client/features/board/Board.tsx'
import { CommentsInBar } from '../../client/features/comments/CommentsInBar.tsx'
import { CommentsPanel } from '../../client/features/comments/CommentsPanel.tsx'
import { mentionsIn, nameBegunAt, piecesOf } from '../../client/features/comments/mentionsIn.ts'
import { CommentsProvider } from '../../client/room/CommentsProvider.tsx'
import { HorizonProvider } from '../../client/room/horizonView.tsx'
import { NotesProse } from '../../client/room/NotesProse.tsx'
import { rangeOf, selectedIn, selectPassage } from '../../client/room/passageSelection.ts'
import { addCard, readCards, removeCard } from '../../shared/content/cards.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import { copyNotes } from '../../shared/content/notesCopy.ts'
import { passageTextOf } from '../../shared/content/passageText.ts'
import type { CommentThread } from '../../shared/wire/comments.ts'
import { showInRoom } from '../harness/givenAccess.tsx'
import { type Asked, givenServer } from '../harness/givenPage.tsx'
import {
  type GivenPerson,
  givenRoom,
  type HandmadeRoom,
  idOf,
  maren,
  noor,
  tomas,
  wei,
} from '../harness/givenRoom.tsx'
import { asCard, asComment, asItem, asPerson, asThread } from '../shared/ids.ts'

const cas: GivenPerson = { name: 'Cas Ahn', role: 'commenter' }

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run())
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const personOf = (person: GivenPerson) => ({ personId: idOf(person), name: person.name })

const threadBy = (
  person: GivenPerson,
  text: string,
  {
    id = 't1',
    mentions = [],
    resolved = false,
  }: { id?: string; mentions?: GivenPerson[]; resolved?: boolean } = {},
): CommentThread => ({
  threadId: asThread(id),
  anchor: { on: 'card', id: asCard('pool') },
  quote: 'The pool was full',
  resolved: resolved ? { by: personOf(noor), at: 2 } : null,
  comments: [
    {
      commentId: asComment(id),
      by: personOf(person),
      at: 1,
      text,
      removedBy: null,
      mentions: mentions.map(personOf),
      editedAt: null,
    },
  ],
})

/** A room with one card, and the comments the server tells of it. */
function given({ me = cas, threads = [] as CommentThread[], fails = false } = {}) {
  const room = givenRoom({ people: [maren, tomas, noor, wei, cas], me })
  addCard(
    room.contentDoc,
    { id: asCard('pool'), kind: 'fact', text: 'The pool was full', by: null, createdAt: 1 },
    { by: 'import', source: 'test' },
  )
  let told = threads
  const asked = givenServer(({ method }) =>
    method === 'GET'
      ? { body: { threads: told } }
      : fails
        ? { status: 503, body: { reason: 'notStorable', sentence: 'Not now. Nothing was changed.' } }
        : { body: {} },
  )
  showInRoom(
    room,
    <CommentsProvider>
      <CommentsInBar />
      <HorizonProvider>
        <Board kinds={['fact']} />
      </HorizonProvider>
      <ProseField id="summary" title="Summary" hint="" text={summaryOf(room.contentDoc)} />
      <CommentsPanel />
    </CommentsProvider>,
  )
  return {
    room,
    sent: () => asked.filter(({ method }) => method === 'POST'),
    say: (next: CommentThread[]) => {
      told = next
      act(() => room.commentsChanged.set(room.commentsChanged.get() + 1))
    },
  }
}

const card = () => screen.getByText('The pool was full', { selector: 'li *' }).closest('li') as HTMLElement // a card is one
const panel = () => screen.getByRole('complementary', { name: 'Comments' })
const press = (key: string, on: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(on, { key })
const type = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } })
}
const bodyOf = (asked: Asked | undefined) => asked?.body as Record<string, unknown>

test('C on a card opens its comments with the field ready; Escape closes them, and the focus is on the card again', async () => {
  given()
  await within(card()).findByRole('button', { name: 'Comment' })
  card().focus()
  press('c')
  expect(await within(panel()).findByRole('textbox')).toBe(document.activeElement)
  press('Escape')
  expect(screen.queryByRole('complementary', { name: 'Comments' })).toBeNull()
  expect(document.activeElement).toBe(card())
})

test('a commenter, who may not edit, comments on a card; the card says how many there are', async () => {
  const { room, sent, say } = given()
  const before = readCards(room.contentDoc)
  fireEvent.click((await within(card()).findAllByRole('button', { name: 'Comment' }))[0] as HTMLElement) // found
  type(await within(panel()).findByRole('textbox'), 'How do we know, @Noor Haddad?')
  fireEvent.click(within(panel()).getByRole('button', { name: 'Comment' }))
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]?.path).toBe('/api/postmortems/p1/threads')
  expect(bodyOf(sent()[0])).toMatchObject({
    anchor: { on: 'card', id: 'pool' },
    quote: 'The pool was full',
    text: 'How do we know, @Noor Haddad?',
    mentions: [idOf(noor)],
  })
  say([threadBy(cas, 'How do we know?')])
  expect(await within(card()).findByRole('button', { name: '1 comment' })).toBeTruthy()
  expect(readCards(room.contentDoc)).toEqual(before)
})

test('an observer reads comments and is offered nothing to write', async () => {
  given({ me: wei, threads: [threadBy(cas, 'How do we know?')] })
  fireEvent.click(await within(card()).findByRole('button', { name: '1 comment' }))
  expect(within(panel()).getByText('How do we know?')).toBeTruthy()
  expect(within(panel()).queryByRole('textbox')).toBeNull()
  expect(within(panel()).queryByRole('button', { name: 'Resolve' })).toBeNull()
})

test('without a connection what was read stays, and what is typed stays with the reason', async () => {
  const { room, sent } = given({ threads: [threadBy(noor, 'How do we know?')] })
  fireEvent.click(await within(card()).findByRole('button', { name: '1 comment' }))
  act(() => room.connection.set({ is: 'reconnecting' } as never)) // what else it tells is not looked at here
  const field = within(panel()).getByRole('textbox', { name: 'Reply' })
  type(field, 'By the log')
  fireEvent.click(within(panel()).getByRole('button', { name: 'Reply' }))
  expect((await within(panel()).findByRole('alert')).textContent).toContain('need the connection')
  expect(field).toHaveProperty('value', 'By the log')
  expect(within(panel()).getByText('How do we know?')).toBeTruthy()
  expect(sent()).toEqual([])
})

test('what is typed survives closing the panel and a no, and is sent once more as the same comment', async () => {
  const { sent } = given({ threads: [threadBy(noor, 'How do we know?')], fails: true })
  const open = async () => fireEvent.click(await within(card()).findByRole('button', { name: '1 comment' }))
  await open()
  type(within(panel()).getByRole('textbox', { name: 'Reply' }), 'By the log')
  fireEvent.click(within(panel()).getByRole('button', { name: 'Close the comments' }))
  await open()
  const field = within(panel()).getByRole('textbox', { name: 'Reply' })
  expect(field).toHaveProperty('value', 'By the log')
  for (const times of [1, 2]) {
    fireEvent.click(within(panel()).getByRole('button', { name: 'Reply' }))
    await waitFor(() => expect(sent()).toHaveLength(times))
    expect((await within(panel()).findByRole('alert')).textContent).toBe('Not now. Nothing was changed.')
  }
  expect(field).toHaveProperty('value', 'By the log')
  expect(bodyOf(sent()[1]).commentId).toBe(bodyOf(sent()[0]).commentId)
})

test('a thread stays when its card is removed, and says that its text is gone', async () => {
  const { room } = given({ threads: [threadBy(noor, 'How do we know?')] })
  fireEvent.click(screen.getByRole('button', { name: 'Comments' }))
  expect(await within(panel()).findByText('Card in Facts')).toBeTruthy()
  act(() => removeCard(room.contentDoc, asCard('pool'), room.origin))
  expect(await within(panel()).findByText('The text it was about is gone')).toBeTruthy()
  expect(within(panel()).getByText('The pool was full')).toBeTruthy()
})

test('resolved threads are folded, and can be opened again', async () => {
  const { sent } = given({ threads: [threadBy(noor, 'Settled', { resolved: true })] })
  fireEvent.click(screen.getByRole('button', { name: 'Comments' }))
  const folded = await within(panel()).findByText('1 resolved thread')
  expect(folded.closest('details')?.open).toBe(false)
  fireEvent.click(within(panel()).getByRole('button', { name: 'Open again', hidden: true }))
  await waitFor(() => expect(bodyOf(sent()[0])).toEqual({ isResolved: false }))
})

test('the bar counts the open threads that mention me and wait for me', async () => {
  const mentioning = (id: string, resolved = false) =>
    threadBy(noor, '@Cas Ahn?', { id, mentions: [cas], resolved })
  const answered = mentioning('t3')
  const { say } = given({
    threads: [mentioning('t1'), mentioning('t2', true), threadBy(noor, 'Hm', { id: 't4' })],
  })
  expect(await screen.findByRole('button', { name: 'Comments, 1 mentions you' })).toBeTruthy()
  say([{ ...answered, comments: [...answered.comments, ...threadBy(cas, 'Yes', { id: 'c9' }).comments] }])
  expect(await screen.findByRole('button', { name: 'Comments' })).toBeTruthy()
})

test('@ offers the people of the meeting; arrows choose, Enter takes, and the mention is shown', async () => {
  given({ threads: [threadBy(noor, 'Ask @Cas Ahn', { mentions: [cas] })] })
  fireEvent.click(await within(card()).findByRole('button', { name: '1 comment' }))
  expect(within(panel()).getByText('@Cas Ahn').tagName).toBe('MARK')
  const field = within(panel()).getByRole('textbox', { name: 'Reply' })
  type(field, 'And @')
  const offered = () =>
    within(panel())
      .getAllByRole('option')
      .map(({ textContent }) => textContent)
  expect(offered()).toHaveLength(4)
  type(field, 'And @vi')
  expect(within(panel()).getByRole('option').textContent).toContain('Tomás Vidal')
  press('Enter', field)
  expect(field).toHaveProperty('value', 'And @Tomás Vidal ')
  expect(within(panel()).queryByRole('listbox')).toBeNull()
  type(field, 'And @')
  press('Escape', field)
  expect(within(panel()).queryByRole('listbox')).toBeNull()
  expect(panel()).toBeTruthy()
})

test('words selected in the summary become the passage of a thread; with none selected, it says how', async () => {
  const { room, sent } = given({ me: tomas })
  act(() => summaryOf(room.contentDoc).insert(0, 'The pool ran full at noon.'))
  const field = screen.getByRole('textbox', { name: 'Summary' }) as HTMLTextAreaElement // it is a plain field
  const summary = screen.getByRole('region', { name: 'Summary' })
  field.setSelectionRange(0, 0)
  fireEvent.click(within(summary).getByRole('button', { name: 'Comment' }))
  expect(within(panel()).getByText(/select its words first/)).toBeTruthy()
  field.setSelectionRange(4, 8)
  fireEvent.click(within(summary).getByRole('button', { name: 'Comment' }))
  type(await within(panel()).findByRole('textbox'), 'Which one?')
  fireEvent.click(within(panel()).getByRole('button', { name: 'Comment' }))
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(bodyOf(sent()[0])).toMatchObject({
    anchor: { on: 'passage', field: { in: 'prose', id: 'summary' }, quote: 'pool' },
    quote: 'pool',
  })
})

test('words selected across paragraphs of the notes are a passage, and are found again on the page', () => {
  const { contentDoc } = givenRoom()
  const notes = notesOf(contentDoc, asItem('timeline'))
  notes.insert(
    0,
    ['The pool ran full.', 'Nobody knew why.'].map((words) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    }),
  )
  render(
    <div data-passage="notes.timeline">
      <NotesProse nodes={copyNotes(notes)} />
    </div>,
  )
  const field = { in: 'notes', id: asItem('timeline') } as const
  expect(selectedIn(contentDoc, field)).toBeNull()
  const [first, second] = [screen.getByText('The pool ran full.'), screen.getByText('Nobody knew why.')]
  getSelection()?.setBaseAndExtent(first.firstChild as Node, 13, second.firstChild as Node, 6) // both hold words
  const passage = selectedIn(contentDoc, field)
  const text = passageTextOf(contentDoc, field).words
  expect(passage && text.slice(passage.from, passage.to)).toBe('full.\nNobody')
  getSelection()?.removeAllRanges()
  expect(passage && selectPassage(contentDoc, passage)).toBe(true)
  expect(getSelection()?.toString()).toBe('full.Nobody')
})

test('a passage of a plain field is marked among the letters under it, past the names at others’ carets', () => {
  const { room } = given({ me: tomas })
  act(() => summaryOf(room.contentDoc).insert(0, 'The pool ran full at noon.'))
  const summary = { in: 'prose', id: 'summary' } as const
  const caret = document.createElement('span')
  caret.dataset.caret = 'Noor Haddad'
  caret.textContent = 'Noor'
  screen.getByRole('region', { name: 'Summary' }).querySelector('[data-mirror] span')?.prepend(caret)
  expect(rangeOf(room.contentDoc, { field: summary, from: 4, to: 8 })?.toString()).toBe('pool')
})

test('the facilitator removes what somebody else wrote, once asked again; nobody else is offered that', async () => {
  const { sent, say } = given({ me: maren, threads: [threadBy(noor, 'It was Tomás')] })
  fireEvent.click(await within(card()).findByRole('button', { name: '1 comment' }))
  const remove = async () => {
    fireEvent.click(screen.getByRole('button', { name: 'What to do with the comment of Noor Haddad' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove…' }))
    return screen.findByRole('dialog', { name: 'Remove the comment of Noor Haddad?' })
  }
  fireEvent.click(within(await remove()).getByRole('button', { name: 'Leave it' }))
  expect(sent()).toEqual([])
  fireEvent.click(within(await remove()).getByRole('button', { name: 'Remove it' }))
  await waitFor(() => expect(sent()[0]?.path).toBe('/api/postmortems/p1/comments/t1/delete'))
  const [thread] = [threadBy(noor, '')]
  say([
    {
      ...thread,
      comments: thread.comments.map((said) => ({ ...said, text: null, removedBy: personOf(maren) })),
    },
  ])
  expect(await screen.findByText('Removed by the facilitator, Maren Oduya')).toBeTruthy()
  cleanup()
  given({ threads: [threadBy(noor, 'It was Tomás')] })
  fireEvent.click(await within(card()).findByRole('button', { name: '1 comment' }))
  expect(screen.queryByRole('button', { name: /^What to do with the comment/ })).toBeNull()
})

test('the shared screen, outside of all this, shows no comment and asks for none', () => {
  const room: HandmadeRoom = givenRoom({ me: null })
  const asked = givenServer(() => ({ body: { threads: [] } }))
  showInRoom(
    room,
    <HorizonProvider>
      <Board kinds={['fact']} />
    </HorizonProvider>,
  )
  expect(screen.queryByRole('button', { name: /omment/ })).toBeNull()
  expect(asked).toEqual([])
})

test('of two names that fit, the longer one is mentioned, and no name inside another word', () => {
  const people = [
    { personId: asPerson('ann'), name: 'Ann' },
    { personId: asPerson('ann-lee'), name: 'Ann Lee' },
  ]
  expect(mentionsIn('@Ann Lee and @Anna', people)).toEqual(['ann-lee'])
  expect(mentionsIn('@Ann, @Ann!', people)).toEqual(['ann'])
  expect(piecesOf('a@Ann b', people).map(({ text }) => text)).toEqual(['a', '@Ann', ' b'])
  expect(nameBegunAt('Hello @An', 9)).toEqual({ from: 6, begun: 'An' })
  expect(nameBegunAt('fay@example', 11)).toBeNull()
})
