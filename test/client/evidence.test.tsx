import { readFileSync } from 'node:fs'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { strFromU8, strToU8, unzlibSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readClockOffset } from '../../client/features/evidence/clockOffset.ts'
import { Evidence } from '../../client/features/evidence/Evidence.tsx'
import { EvidenceImportProvider } from '../../client/features/evidence/EvidenceImportProvider.tsx'
import { createEvidenceDesk } from '../../client/features/evidence/evidenceDesk.ts'
import type { EvidenceTold } from '../../client/features/evidence/evidenceMessages.ts'
import { ImportAnywhere } from '../../client/features/evidence/ImportAnywhere.tsx'
import type { StartReader } from '../../client/features/evidence/startReader.ts'
import { spokenNow, subscribeToSpeech } from '../../client/ui/liveRegions.ts'
import { readCards } from '../../shared/content/cards.ts'
import { readTimeline } from '../../shared/content/timeline.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { givenRoom, type HandmadeRoom, InRoom } from '../harness/givenRoom.tsx'

/** The desk of the worker, in this process. */
const startHere: StartReader = (onTold) => {
  let isStopped = false
  const answer = createEvidenceDesk((told: EvidenceTold) => queueMicrotask(() => !isStopped && onTold(told)))
  let last = Promise.resolve()
  return {
    ask: (asked) => {
      last = last.then(() => answer(asked))
    },
    stop: () => {
      isStopped = true
    },
  }
}

let room: HandmadeRoom
let asked: Asked[]
let refusal: { reason: string; sentence: string } | null
let start: StartReader
beforeEach(() => {
  room = givenRoom()
  refusal = null
  start = startHere
  let keptCount = 0
  const taken: unknown[] = []
  asked = givenServer(({ method, path, body }) => {
    if (method === 'GET') return { body: { originals: [], taken } }
    if (path.endsWith('/taken')) {
      taken.push(...(body as { taken: unknown[] }).taken) // the request’s own shape
      return { body: {} }
    }
    return refusal ? { status: 409, body: refusal } : { body: { evidenceId: `e${++keptCount}`, isNew: true } }
  })
})
afterEach(cleanup)
const show = async () => {
  showPage(
    <InRoom room={room}>
      <EvidenceImportProvider start={start}>
        <Evidence />
        <ImportAnywhere />
      </EvidenceImportProvider>
    </InRoom>,
  )
  await screen.findByText(/Nothing yet/)
}
const dialog = () => screen.findByRole('dialog')
const paste = (text: string) =>
  fireEvent(
    window,
    Object.assign(new Event('paste', { bubbles: true }), {
      clipboardData: { getData: () => text, files: [] },
    }),
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const row = async (text: RegExp) => within(await dialog()).findByRole('checkbox', { name: text })
const kept = () => asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/evidence'))

const notes =
  '2026-03-11 10:14 UTC alert: checkout 5xx at 18%\n2026-03-11 10:20 UTC maybe the pool?\n2026-03-11 10:30 UTC rolled back v318\n'

test('nothing is added or sent before Add; then it is there in one step that undo takes back', async () => {
  await show()
  paste(notes)
  await row(/rolled back/)
  expect(readTimeline(room.contentDoc)).toEqual([])
  expect(kept()).toEqual([])

  press(/^Add \d/)
  await waitFor(() => expect(readTimeline(room.contentDoc).length).toBeGreaterThan(0))
  const event = readTimeline(room.contentDoc).find(({ text }) => text.includes('rolled back'))
  expect(event).toMatchObject({
    occurred: { at: Date.UTC(2026, 2, 11, 10, 30) },
    stage: 'mitigation',
    sourceUrl: expect.stringMatching(/\/api\/postmortems\/p1\/evidence\/e1\/file#Pasted%20text$/),
  })
  room.undo.undo()
  expect([...readTimeline(room.contentDoc), ...readCards(room.contentDoc)]).toEqual([])
})

test('importing the same again offers nothing of it', async () => {
  await show()
  paste(notes)
  await row(/rolled back/)
  press(/^Add \d/)
  await waitFor(() => expect(readTimeline(room.contentDoc).length).toBeGreaterThan(0))
  const before = readTimeline(room.contentDoc).length
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  paste(notes)
  expect((await row(/rolled back/)).getAttribute('aria-disabled')).toBe('true')
  within(await dialog()).getByText(/are here already/)
  expect(readTimeline(room.contentDoc)).toHaveLength(before)
})

test('a question goes where the person says', async () => {
  await show()
  paste(notes)
  await row(/maybe the pool/)
  const item = within(await dialog())
    .getAllByRole('listitem')
    .find((one) => one.textContent?.includes('maybe the pool'))
  if (!item) throw new Error('It is not offered.')
  const place = within(item).getByLabelText('Where it goes') as HTMLSelectElement
  expect(place.value).toBe('question')
  fireEvent.focus(place)
  fireEvent.change(place, { target: { value: 'interpretation' } })
  if (!(within(item).getByRole('checkbox') as HTMLInputElement).checked)
    fireEvent.click(within(item).getByRole('checkbox'))
  press(/^Add \d/)
  await waitFor(() =>
    expect(readCards(room.contentDoc)).toMatchObject([
      { place: { kind: 'interpretation' }, text: 'maybe the pool?' },
    ]),
  )
})

test('what two tools told is one thing, and taken of each of them', async () => {
  await show()
  const files = [
    new File([readFileSync('test/evidence/samples/slack-export/inc-4127.zip')], 'inc-4127.zip'),
    new File([readFileSync('test/evidence/samples/alertmanager-webhook/firing.json')], 'firing.json'),
  ]
  fireEvent.change(screen.getByLabelText('Files of evidence'), { target: { files } })
  const shared = (await within(await dialog()).findByText('two tools')).closest('li') as HTMLElement // a row
  press(/^Choose none/)
  fireEvent.click(within(shared).getByRole('checkbox'))
  press('Add 1')
  await waitFor(() => expect(asked.filter(({ path }) => path.endsWith('/taken'))).toHaveLength(2))
  const noted = asked.filter(({ path }) => path.endsWith('/taken'))
  expect(new Set(noted.map(({ path }) => path)).size).toBe(2)
  const records = noted.flatMap(({ body }) => (body as { taken: { recordId: string }[] }).taken) // as sent
  expect(new Set(records.map(({ recordId }) => recordId)).size).toBe(1)
})

test('of what is shown all can be chosen, and the part of the response set for all of it at once', async () => {
  await show()
  paste(notes)
  const rolledBack = await row(/rolled back/)
  expect(
    within(rolledBack.closest('li') as HTMLElement).getByLabelText('Part of the response'),
  ).toMatchObject(
    { value: 'mitigation' }, // suggested
  )
  press('Choose none')
  fireEvent.change(screen.getByLabelText('Words'), { target: { value: 'checkout' } })
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: /rolled back/ })).toBeNull())
  press('Choose all 1 shown')
  fireEvent.change(screen.getByLabelText('Words'), { target: { value: '' } })
  fireEvent.click(await row(/rolled back/))
  fireEvent.click(screen.getByRole('button', { name: 'Set the part of 2 chosen' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Recovery' }))
  const first = (await row(/checkout/)).closest('li') as HTMLElement // every row is one
  const part = within(first).getByLabelText('Part of the response')
  fireEvent.focus(part)
  fireEvent.change(part, { target: { value: 'none' } })
  press('Add 2')
  await waitFor(() =>
    expect(readTimeline(room.contentDoc).map(({ text, stage }) => [text, stage])).toEqual([
      ['alert: checkout 5xx at 18%', null],
      ['rolled back v318', 'recovery'],
    ]),
  )
})

test('the list is one tab stop; arrows lead through it, and with Shift they choose', async () => {
  await show()
  paste(notes)
  const boxes = [
    await row(/checkout/),
    await row(/maybe the pool/),
    await row(/rolled back/),
  ] as HTMLInputElement[]
  press('Choose none')
  expect(boxes.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  boxes[0]?.focus()
  const pressKey = (key: string, shiftKey = false) =>
    fireEvent.keyDown(document.activeElement as HTMLElement, { key, shiftKey })
  pressKey('ArrowDown')
  await waitFor(() => expect(document.activeElement).toBe(boxes[1]))
  expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false])
  pressKey('ArrowDown', true)
  await waitFor(() => expect(document.activeElement).toBe(boxes[2]))
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true, true])
  expect(boxes.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0])
  pressKey('Home')
  await waitFor(() => expect(document.activeElement).toBe(boxes[0]))
})

test('a text longer than a record may be is cut, and says so before and after', async () => {
  await show()
  paste(`2026-03-11 10:14 UTC ${'the log went on and on '.repeat(1_000)}\n`)
  await row(/the log went on/)
  within(await dialog()).getByText('cut after 20,000 characters')
  fireEvent.click(await row(/the log went on/))
  press('Add 1')
  await waitFor(() => expect(readTimeline(room.contentDoc)).toHaveLength(1))
  const text = readTimeline(room.contentDoc)[0]?.text ?? ''
  expect(text.length).toBe(20_000)
  expect(text).toMatch(/the original has all of it\)$/)
})

test('what has no time cannot go to the timeline before its question is answered', async () => {
  await show()
  paste('10:14 alert: checkout 5xx\n10:30 rolled back\n')
  expect((await row(/rolled back/)).getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(screen.getByLabelText('In which time zone?'), { target: { value: 'Europe/Berlin' } })
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  fireEvent.change(screen.getByLabelText('On which day?'), { target: { value: '2026-03-11' } })
  await waitFor(async () => expect((await row(/rolled back/)).getAttribute('aria-disabled')).toBe('false'))
  within(await dialog()).getByText(/09:30/)
})

test('a token never leaves the device, and is listed with its reason', async () => {
  await show()
  const token = ['ghp_', '16C7e42F292c6912E7710c838347Ae178B4a'].join('')
  paste(`2026-03-11 10:14 UTC deployed with ${token}\n`)
  await row(/deployed/)
  fireEvent.click(screen.getByText(/1 masked/))
  press('Add 1')
  await waitFor(() => expect(kept()).toHaveLength(1))
  const sent = kept()[0]?.body as { deflated: string } // the request’s own shape
  const bytes = Uint8Array.from(atob(sent.deflated), (letter) => letter.charCodeAt(0))
  expect(strFromU8(unzlibSync(bytes))).toBe('2026-03-11 10:14 UTC deployed with •••(token)\n')
  await waitFor(() => expect(readTimeline(room.contentDoc)[0]?.text).toContain('•••(token)'))
  expect(JSON.stringify(asked)).not.toContain('16C7e42F')
})

test('what a file is called is masked as well', async () => {
  await show()
  const file = new File([notes], 'for anna@example.org.txt')
  fireEvent.change(screen.getByLabelText('Files of evidence'), { target: { files: [file] } })
  await row(/rolled back/)
  press(/^Add \d/)
  await waitFor(() => expect(kept()).toMatchObject([{ body: { name: 'for •••(e-mail)' } }]))
})

test('a refusal is told, and what was chosen stays', async () => {
  refusal = { reason: 'evidenceIsFull', sentence: 'This postmortem holds as much evidence as it takes.' }
  await show()
  paste(notes)
  await row(/rolled back/)
  press(/^Add \d/)
  expect((await screen.findByRole('alert')).textContent).toContain('holds as much evidence')
  expect(readTimeline(room.contentDoc)).toEqual([])
  refusal = null
  press(/^Add \d/)
  await waitFor(() => expect(readTimeline(room.contentDoc).length).toBeGreaterThan(0))
})

test('without a connection it says that adding needs one, and keeps what was chosen', async () => {
  await show()
  paste(notes)
  await row(/rolled back/)
  room.connection.set({ is: 'reconnecting', since: room.now() } as never)
  await screen.findByText('Adding needs the connection.')
  expect((screen.getByRole('button', { name: /^Add \d/ }) as HTMLButtonElement).disabled).toBe(true)
})

test('a broken file beside a good one loses nothing of the good one, and says where it is broken', async () => {
  await show()
  const file = (name: string, text: string) => new File([text], name)
  fireEvent.change(screen.getByLabelText('Files of evidence'), {
    target: { files: [file('good.txt', notes), file('bad.json', '[{"a": 1,\n{"b"')] },
  })
  await row(/rolled back/)
  within(await dialog()).getByText(/^bad.json, line \d/)
})

test('a Slack zip becomes its messages, with its replies behind what they answer', async () => {
  const messages = [
    {
      type: 'message',
      user: 'U1',
      ts: '1773224343.000100',
      thread_ts: '1773224343.000100',
      text: 'Deployed v318',
    },
    { type: 'message', user: 'U1', ts: '1773224360.000200', text: 'Rolled back' },
    {
      type: 'message',
      user: 'U1',
      ts: '1773224399.000300',
      thread_ts: '1773224343.000100',
      text: 'a late reply',
      edited: { user: 'U1', ts: '1773224400.000000' },
    },
  ]
  const zip = zipSync({
    'inc-412/2026-03-11.json': strToU8(JSON.stringify(messages)),
    'users.json': strToU8('[{"id": "U0AAA", "name": "priya", "profile": {}}]'),
  })
  await show()
  fireEvent.change(screen.getByLabelText('Files of evidence'), {
    target: { files: [new File([zip], 'slack.zip')] },
  })
  await row(/late reply/)
  const texts = within(await dialog())
    .getAllByRole('checkbox')
    .map((box) => box.getAttribute('aria-label')?.replace(/^.*?\d: /, ''))
  expect(texts).toEqual(['Deployed v318', 'a late reply', 'Rolled back'])
  within(await dialog()).getByText('edited')
  within(await dialog()).getByText('users.json: This part of an export holds no messages.')
})

test('a reading that was called off shows nothing any more', async () => {
  let tellLater: ((told: EvidenceTold) => void) | undefined
  const stop = vi.fn()
  start = (onTold) => {
    tellLater = onTold
    return { ask: () => {}, stop }
  }
  await show()
  paste(notes)
  await screen.findByRole('region', { name: 'Reading evidence' })
  press('Cancel')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Reading evidence' })).toBeNull())
  tellLater?.({ run: 1, told: 'read', sources: [], masked: [], kinds: [], suggested: [] })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(stop).toHaveBeenCalled()
})

test('while evidence is read, each source says where it stands, and the page can be used', async () => {
  let tellLater: ((told: EvidenceTold) => void) | undefined
  start = (onTold) => {
    tellLater = onTold
    return { ask: () => {}, stop: () => {} }
  }
  showPage(
    <InRoom room={room}>
      <input aria-label="Something else" />
      <EvidenceImportProvider start={start}>
        <Evidence />
        <ImportAnywhere />
      </EvidenceImportProvider>
    </InRoom>,
  )
  await screen.findByText(/Nothing yet/)
  paste(notes)
  const sources = [
    { name: 'chat.zip', is: 'reading', count: 12_000 },
    { name: 'alerts.json', is: 'masking', done: 0, of: 1 },
    { name: 'notes.txt', is: 'waiting' },
  ] as const
  act(() => tellLater?.({ run: 1, told: 'progress', sources }))
  const steps = within(screen.getByRole('list', { name: 'What is read' })).getAllByRole('listitem')
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    'chat.zipreading, 12,000 so far',
    'alerts.jsonmasking',
    'notes.txtwaiting',
  ])
  // Whoever goes on to write is not interrupted by a list that opens by itself.
  const field = screen.getByLabelText('Something else')
  field.focus()
  fireEvent.input(field, { target: { value: 'a' } })
  act(() => tellLater?.({ run: 1, told: 'read', sources: [], masked: [], kinds: [], suggested: [] }))
  expect(screen.queryByRole('dialog')).toBeNull()
  press('Look through them')
  await dialog()
})

test('of each file it is said once what became of it', async () => {
  const spoken: string[] = []
  const stopListening = subscribeToSpeech(() => spoken.push(spokenNow('polite')))
  await show()
  const given = [new File([notes], 'good.txt'), new File(['{"a":'], 'bad.json'), new File([], 'empty.txt')]
  fireEvent.change(screen.getByLabelText('Files of evidence'), { target: { files: given } })
  await row(/rolled back/)
  const counted = () => spoken.filter((words) => words.includes('3 things read'))
  await waitFor(() => expect(counted()).toHaveLength(1), { timeout: 5_000 })
  expect(spoken.join(' ')).toMatch(
    /good\.txt: 3 read\. bad\.json was not read\. It is not JSON.* empty\.txt was not read\. It is empty\./,
  )
  fireEvent.click(screen.getByText(/Nothing had to be masked/))
  fireEvent.click(await screen.findByRole('checkbox', { name: /addresses of machines/ }))
  await waitFor(() => expect(counted()).toHaveLength(2), { timeout: 5_000 })
  expect(spoken.join(' ').match(/good\.txt/g)).toHaveLength(1)
  stopListening()
})

test.each([
  ['+1:30', 90_000],
  ['-90s', -90_000],
  ['−2m', -120_000],
  ['1h', 3_600_000],
  ['', 0],
  ['soon', null],
  ['1:75', null],
])('a clock that is set right by %j is set right by %s ms', (typed, ms) => {
  expect(readClockOffset(typed)).toBe(ms)
})
