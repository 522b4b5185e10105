import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetThisDevice } from '../../client/device/forgetThisDevice.ts'
import { Questions } from '../../client/features/sealed-answers/Questions.tsx'
import { readCards } from '../../shared/content/cards.ts'
import { participantQuestionIds, participantQuestions } from '../../shared/guide/participantQuestions.ts'
import type { AnsweredQuestion, SealedAnswers } from '../../shared/wire/sealedAnswers.ts'
import { showInRoom } from '../harness/givenAccess.tsx'
import { type Asked, givenServer } from '../harness/givenPage.tsx'
import { type GivenPerson, givenRoom, idOf, maren, noor, tomas, wei } from '../harness/givenRoom.tsx'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const [first = 'happened', second = 'noticedFirst'] = participantQuestionIds
const path = '/api/postmortems/p1/sealed-answers'
const press = (name: string | RegExp) =>
  fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement) // there is one, or it throws
const fieldOf = (id: typeof first) =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: `Your answer: ${participantQuestions[id]}` })
const write = async (text: string, id = first) =>
  fireEvent.change(await fieldOf(id), { target: { value: text } })

const view = (
  changed: Partial<Record<(typeof participantQuestionIds)[number], Partial<AnsweredQuestion>>> = {},
  said: Partial<SealedAnswers> = {},
): SealedAnswers => ({
  questions: participantQuestionIds.map((questionId) => ({
    questionId,
    privacy: 'named',
    sealedCount: 0,
    isMine: false,
    revealed: null,
    ...changed[questionId],
  })),
  mayChoosePrivacy: false,
  mayReveal: false,
  reopened: null,
  ...said,
})

function open(
  answer: (asked: Asked) => SealedAnswers | object,
  { me = tomas, people = [maren, tomas, noor, wei] } = {},
) {
  const asked = givenServer((request) => ({ body: answer(request) }))
  const room = givenRoom({ me, people })
  showInRoom(room, <Questions />)
  return { asked, room, sent: (what: string) => asked.filter(({ body }) => forOf(body) === what) }
}
const forOf = (body: unknown) => (body as { for?: string } | undefined)?.for // what the page itself sends

describe('an answer of one’s own', () => {
  test('is not sent while it is written, stays over a reload, and goes in one piece when it is sealed', async () => {
    let isSealed = false
    const server = open(({ body }) => {
      if (forOf(body) === 'sealing') isSealed = true
      return view({ [first]: { isMine: isSealed } })
    })
    await write('The runbook was out of date')
    expect(JSON.stringify(server.asked)).not.toContain('runbook')

    cleanup() // the page is loaded anew
    const again = open(({ body }) => {
      if (forOf(body) === 'sealing') isSealed = true
      return view({ [first]: { isMine: isSealed } })
    })
    expect((await fieldOf(first)).value).toBe('The runbook was out of date')
    fireEvent.click(screen.getAllByRole('switch', { name: 'Without my name' })[0] as HTMLElement) // there is one
    press('Seal answer')
    await screen.findByText('Yours is sealed.')
    expect(again.sent('sealing').map(({ path, body }) => [path, body])).toEqual([
      [
        path,
        {
          for: 'sealing',
          keys: [],
          questionId: first,
          key: expect.stringMatching(/^[\w-]{43}$/),
          text: 'The runbook was out of date',
          withoutName: true,
        },
      ],
    ])
    expect(JSON.stringify({ ...localStorage })).not.toContain('runbook')
    expect(JSON.stringify({ ...localStorage })).toContain('answer-key')
  })

  test('stays on the device when it could not be sealed, and the next try has the same key', async () => {
    let isDown = true
    const asked = givenServer(({ body }) =>
      forOf(body) === 'sealing' && isDown
        ? { status: 503, body: { reason: 'notStorable', sentence: 'Try again in a moment.' } }
        : { body: view() },
    )
    showInRoom(givenRoom({ me: tomas }), <Questions />)
    await write('The drill helped')
    press('Seal answer')
    await screen.findByText('Try again in a moment.')
    expect((await fieldOf(first)).value).toBe('The drill helped')
    isDown = false
    press('Seal answer')
    await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain('drill'))
    const keys = asked.flatMap(({ body }) =>
      forOf(body) === 'sealing' ? [(body as { key: string }).key] : [],
    ) // as sent
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  test('reopened, is as it was sealed: without a name if it had none', async () => {
    open(({ body }) =>
      view(
        { [first]: { isMine: true } },
        { reopened: forOf(body) === 'reopening' ? { text: 'Luck', withoutName: true } : null },
      ),
    )
    await screen.findByText(/you have answered 1 of 13/)
    fireEvent.click(screen.getByRole('button', { name: /yours is sealed/ }))
    fireEvent.click(await screen.findByRole('button', { name: 'Reopen' }))
    expect((await fieldOf(first)).value).toBe('Luck')
    expect(screen.getAllByRole<HTMLInputElement>('switch', { name: 'Without my name' })[0]?.checked).toBe(
      true,
    )
  })

  test('and the key to it are forgotten when its author signs out, and nobody else’s are', async () => {
    open(() => view())
    await write('Mine')
    localStorage.setItem(`candor.person.${idOf(noor)}.answer.p1.${first}`, 'hers')
    vi.stubGlobal('indexedDB', undefined)
    await forgetThisDevice(idOf(tomas)).catch(() => {})
    expect(Object.keys(localStorage)).toEqual([`candor.person.${idOf(noor)}.answer.p1.${first}`])
  })

  test('that came too late is still there to be taken along', async () => {
    let isRevealed = false
    const { room } = open(() =>
      view({ [first]: { revealed: isRevealed ? [{ text: 'Other', by: null }] : null } }),
    )
    await write('Too late')
    isRevealed = true
    cleanup()
    showInRoom(room, <Questions />)
    await screen.findByText('Other')
    screen.getByText('Too late')
    expect(screen.queryByRole('button', { name: 'Make a card' })).toBeTruthy()
  })
})

describe('before an answer is sealed', () => {
  const few: GivenPerson[] = [maren, tomas, noor, wei] // Wei only watches

  test('without a name, fewer than four people are warned that wording may give them away', async () => {
    open(() => view(), { people: few })
    await write('Something')
    expect(screen.queryByText(/wording may give you away/)).toBeNull()
    fireEvent.click(screen.getAllByRole('switch', { name: 'Without my name' })[0] as HTMLElement) // there is one
    screen.getByText('With three people, wording may give you away.')
  })

  test('four are not', async () => {
    const ines: GivenPerson = { name: 'Ines Carvalho', role: 'participant' }
    open(() => view({ [first]: { privacy: 'anonymous' } }), { people: [...few, ines] })
    await write('Something')
    screen.getByText(/It goes without your name/)
    expect(screen.queryByText(/wording may give you away/)).toBeNull()
  })

  test('whoever only watches is offered no field, and reads how many there are', async () => {
    open(() => view({ [second]: { sealedCount: 6 } }), { me: wei })
    await screen.findByText('At least 6 sealed answers')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /Write yours|Open/ })).toBeNull()
  })
})

describe('whoever leads', () => {
  test('opens the answers only after being asked once more', async () => {
    const server = open(() => view({}, { mayReveal: true }), { me: maren })
    await screen.findByText(/until you open them/)
    press('Open all answers')
    const dialog = await screen.findByRole('dialog')
    within(dialog).getByText(/They cannot be sealed again/)
    expect(server.asked.filter(({ path }) => path.endsWith('/reveal'))).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: 'Open answers' }))
    await waitFor(() =>
      expect(server.asked.filter(({ path }) => path.endsWith('/reveal')).map(({ body }) => body)).toEqual([
        { questionIds: participantQuestionIds },
      ]),
    )
  })

  test('is offered only what is at least as private as now', async () => {
    const all = Object.fromEntries(
      participantQuestionIds.map((id) => [id, { privacy: 'namedAfterReveal' as const }]),
    )
    open(() => view(all, { mayChoosePrivacy: true }), { me: maren })
    await screen.findByRole('radio', { name: 'Without names' })
    screen.getByRole('radio', { name: 'Named once opened' })
    expect(screen.queryByRole('radio', { name: 'Named' })).toBeNull()
  })

  test('makes one question more private than the others, after reading what follows', async () => {
    let privacy: AnsweredQuestion['privacy'] = 'named'
    const server = open(
      ({ path, body }) => {
        if (path.endsWith('/privacy')) privacy = (body as { privacy: typeof privacy }).privacy // as the page sends it
        return view({ [second]: { privacy, isMine: true } }, { mayChoosePrivacy: true })
      },
      { me: maren },
    )
    const isAsked = participantQuestions[second]
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${isAsked}`) }))
    fireEvent.click(await screen.findByRole('button', { name: `Named: ${isAsked}` }))
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Without names' }))
    const dialog = await screen.findByRole('dialog')
    within(dialog).getByText(/Answers keep no name, in the database neither/)
    expect(server.asked.filter(({ path }) => path.endsWith('/privacy'))).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: 'Make them more private' }))
    await screen.findByText('One question is more private already.')
    expect(server.asked.filter(({ path }) => path.endsWith('/privacy')).map(({ body }) => body)).toEqual([
      { questionIds: [second], privacy: 'anonymous' },
    ])
    expect(screen.queryByRole('button', { name: `Named: ${isAsked}` })).toBeNull()
  })

  test('is asked by nobody else how answers are named', async () => {
    open(() => view())
    await fieldOf(first)
    expect(screen.queryByRole('button', { name: /^Named/ })).toBeNull()
  })
})

test('answers that somebody opened are there once the server says so', async () => {
  let revealed: AnsweredQuestion['revealed'] = null
  const { room } = open(() => view({ [second]: { revealed } }))
  await fieldOf(first)
  revealed = [{ text: 'The drill', by: null }]
  act(() => room.answersChanged.set(room.answersChanged.get() + 1))
  await screen.findByText('The drill')
})

test('an opened answer becomes a card whose words are its author’s, and one without a name has no author there', async () => {
  const by = { personId: idOf(noor), name: noor.name }
  const { room } = open(() =>
    view({
      [first]: {
        revealed: [
          { text: 'The runbook', by: null },
          { text: 'The drill', by },
        ],
      },
    }),
  )
  await screen.findByText('Without a name')
  for (const [position, kind] of ['Facts', 'Open questions'].entries()) {
    const trigger = screen.getAllByRole('button', { name: 'Make a card' })[position]
    fireEvent.click(trigger as HTMLElement) // there are two
    fireEvent.click(await screen.findByRole('menuitem', { name: kind }))
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  }
  const made = readCards(room.contentDoc).map(({ text, by, place }) => [text, by, place.kind])
  expect(made.sort((a, b) => (String(a) > String(b) ? -1 : 1))).toEqual([
    ['The runbook', null, 'fact'],
    ['The drill', idOf(noor), 'question'],
  ])
})
