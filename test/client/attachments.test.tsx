import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { strFromU8, unzlibSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AttachingProvider } from '../../client/features/attachments/AttachingProvider.tsx'
import {
  byArrow,
  coverBetween,
  coversSomething,
  movedBy,
  sizedBy,
} from '../../client/features/attachments/covers.ts'
import { isLongText } from '../../client/features/attachments/longText.ts'
import { packGiven } from '../../client/features/attachments/packGiven.ts'
import type { Pack } from '../../client/features/attachments/packInWorker.ts'
import type { OpenPicture } from '../../client/features/attachments/pictures.ts'
import { Board } from '../../client/features/board/Board.tsx'
import { Notes } from '../../client/features/notes/Notes.tsx'
import { HorizonProvider } from '../../client/room/horizonView.tsx'
import { Toasts } from '../../client/ui/Toasts.tsx'
import { type Attachment, addAttachment, readAttachments } from '../../shared/content/attachments.ts'
import { addCard, readCards } from '../../shared/content/cards.ts'
import { notesMarkdown, notesOf } from '../../shared/content/notes.ts'
import { type Asked, givenServer, showPage } from '../harness/givenPage.tsx'
import { givenRoom, type HandmadeRoom, InRoom, wei } from '../harness/givenRoom.tsx'
import { asAttachedFile, asAttachment, asCard, asItem } from '../shared/ids.ts'

const packHere: Pack = (given) => packGiven(given)
const openHere: OpenPicture = async (file) =>
  file.name.startsWith('broken')
    ? null
    : {
        width: 400,
        height: 200,
        drawOn: () => {},
        encode: async (covers) => ({
          width: 400,
          height: 200,
          picture: new Blob([JSON.stringify(covers)], { type: 'image/png' }),
          thumbnail: null,
        }),
        close: () => {},
      }

let room: HandmadeRoom
let asked: Asked[]
let refusal: { reason: string; sentence: string } | null
beforeEach(() => {
  refusal = null
  asked = givenServer(({ method, body }) => {
    if (method === 'GET') return { status: 404, body: { reason: 'noSuchFile', sentence: 'It is gone.' } }
    if (refusal) return { status: 409, body: refusal }
    const { name, deflated } = body as { name: string; deflated: string } // the request’s own shape
    const isPicture = name.endsWith('.png')
    const size = unzlibSync(Buffer.from(deflated, 'base64')).length
    const found = { mediaType: isPicture ? 'image/png' : 'text/plain', size }
    return {
      body: {
        fileId: `f${asked.length}`,
        ...found,
        width: isPicture ? 400 : null,
        height: isPicture ? 200 : null,
      },
    }
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const origin = { by: 'person', personId: 'x' } as const
function withCard(options: Parameters<typeof givenRoom>[0] = {}): HandmadeRoom {
  const made = givenRoom(options)
  addCard(
    made.contentDoc,
    { id: asCard('c1'), kind: 'fact', text: 'The pool was full', by: null, createdAt: 0 },
    origin,
  )
  return made
}
async function show(pack: Pack = packHere): Promise<HTMLElement> {
  showPage(
    <InRoom room={room}>
      <AttachingProvider pack={pack} open={openHere}>
        <HorizonProvider>
          <Board />
          <Notes itemId={asItem('impact')} itemTitle="Context and impact" />
        </HorizonProvider>
      </AttachingProvider>
      <Toasts />
    </InRoom>,
  )
  return (await screen.findByText('The pool was full')).closest('[data-card]') as HTMLElement // every card has one
}

const given = (type: 'paste' | 'dragover' | 'drop', on: Element, { text = '', files = [] as File[] }) => {
  const carried = { getData: () => text, files, types: files.length > 0 ? ['Files'] : ['text/plain'] }
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: carried, dataTransfer: carried })
  fireEvent(on, event)
  return event.defaultPrevented
}
const sent = () =>
  asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => {
      const { name, deflated } = body as { name: string; deflated: string } // as above
      return { name, text: strFromU8(unzlibSync(Buffer.from(deflated, 'base64'))) }
    })
const attached = () => readAttachments(room.contentDoc)
const lines = (count: number) =>
  Array.from({ length: count }, (_, line) => `10:${line % 60} wait=${line} by ana@example.org`).join('\n')

describe('a long text', () => {
  test('pasted into a card becomes a log on it, masked before it is sent, and no word of it is in the document', async () => {
    room = withCard()
    const card = await show()
    fireEvent.keyDown(card, { key: 'Enter' })
    const log = lines(4_213)
    expect(given('paste', screen.getByRole('textbox', { name: /Card in/ }), { text: log })).toBe(true)
    await screen.findByRole('button', { name: /^Log Pasted text.log 4,213 lines, / })
    expect(sent()[0]?.text).toBe(log.replaceAll('ana@example.org', '•••(e-mail)'))
    expect(attached()).toMatchObject([{ what: 'log', target: { on: 'card', id: 'c1' }, lines: 4_213 }])
    expect(readCards(room.contentDoc)[0]?.text).toBe('The pool was full')
    await screen.findByText(/attached: 4,213 lines\. 2,000 or more things in it were masked\./)
    expect(screen.queryByText('How do we know?')).toBeNull()
  })

  test('that a field has room for goes there after all, where the caret was', async () => {
    room = withCard()
    const card = await show()
    fireEvent.keyDown(card, { key: 'Enter' })
    const field = screen.getByRole('textbox', { name: /Card in/ }) as HTMLTextAreaElement
    field.setSelectionRange(4, 4)
    given('paste', field, { text: 'x\n'.repeat(300) })
    fireEvent.click(await screen.findByRole('button', { name: 'Keep as text instead' }))
    expect(attached()).toEqual([])
    expect(readCards(room.contentDoc)[0]?.text).toBe(`The ${'x\n'.repeat(300)}pool was full`)
  })

  test('in the notes becomes a log on them, or a block that keeps its lines', async () => {
    room = withCard()
    await show()
    given('paste', screen.getByText(/What is said about this/), { text: 'x\n'.repeat(300) })
    expect(attached()).toEqual([]) // nothing there has the focus
    screen.getByRole('button', { name: 'Attach to these notes' }).focus()
    given('paste', document.body, { text: 'x\n'.repeat(300) })
    fireEvent.click(await screen.findByRole('button', { name: 'Keep as text instead' }))
    expect(notesMarkdown(notesOf(room.contentDoc, asItem('impact')))).toContain('x\nx\nx')
  })

  test('an empty card that shows a log is kept', async () => {
    room = withCard()
    await show()
    fireEvent.keyDown(window, { key: 'f' })
    const field = screen.getByRole('textbox', { name: /Card in/ })
    given('paste', field, { text: lines(500) })
    fireEvent.keyDown(field, { key: 'Escape' })
    await screen.findByRole('button', { name: /^Log/ })
    expect(readCards(room.contentDoc)).toHaveLength(2)
  })

  test.each([
    ['a paragraph', 'word '.repeat(400), false],
    ['two hundred lines', 'x\n'.repeat(199), false],
    ['more lines than anybody writes', 'x\n'.repeat(201), true],
    ['more than a field takes', 'x'.repeat(20_001), true],
  ])('%s', (_, text, isLong) => expect(isLongText(text)).toBe(isLong))
})

describe('without a connection', () => {
  test('a log waits under its card with the reason, and goes when it is asked again', async () => {
    room = withCard()
    const card = await show()
    act(() => room.connection.set({ is: 'reconnecting', since: 0 } as never)) // whatever it is called, it is not live
    card.focus()
    given('paste', document.body, { text: lines(4_213) })
    await screen.findByText(/needs the server, and there is no connection/)
    expect(sent()).toEqual([])
    act(() => room.connection.set({ is: 'live' }))
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('button', { name: /^Log/ })
    expect(screen.queryByText(/needs the server/)).toBeNull()
  })

  test('what a field has room for goes there', async () => {
    room = withCard()
    const card = await show()
    act(() => room.connection.set({ is: 'reconnecting', since: 0 } as never)) // as above
    card.focus()
    expect(given('paste', document.body, { text: 'x\n'.repeat(300) })).toBe(false)
  })
})

const png = (name = 'latency.png') => new File(['points'], name, { type: 'image/png' })

describe('a picture', () => {
  test('pasted on a card is looked at first, and what is covered is covered in what is sent', async () => {
    room = withCard()
    const card = await show()
    card.focus()
    expect(given('paste', document.body, { files: [png()] })).toBe(true)
    const dialog = await screen.findByRole('dialog', { name: 'Attach this picture?' })
    fireEvent.click(await within(dialog).findByRole('button', { name: 'Cover a part' }))
    const cover = within(dialog).getByRole('button', { name: /^Cover 1\./ })
    expect(document.activeElement).toBe(cover)
    fireEvent.keyDown(cover, { key: 'ArrowRight' })
    fireEvent.keyDown(cover, { key: 'ArrowDown', shiftKey: true })
    expect(sent()).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: 'Attach picture' }))
    await screen.findByRole('button', { name: /^picture latency\.png/i })
    expect(JSON.parse(sent()[0]?.text ?? '')).toEqual([{ x: 144, y: 85, width: 120, height: 34 }])
    expect(attached()).toMatchObject([{ what: 'image', width: 400, height: 200, thumbnailId: null }])
  })

  test('that is left is not sent, and of several each is asked about', async () => {
    room = withCard()
    const card = await show()
    expect(given('dragover', card, { files: [png()] })).toBe(true) // or the browser would open it
    expect(card.dataset.takes).toBe('')
    given('drop', card, { files: [png('one.png'), png('two.png')] })
    expect(card.dataset.takes).toBeUndefined()
    const dialog = await screen.findByRole('dialog')
    within(dialog).getByText('1 more after this one')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Leave it' }))
    await waitFor(() => expect(screen.queryByText('1 more after this one')).toBeNull())
    fireEvent.click(await screen.findByRole('button', { name: 'Leave it' }))
    expect([sent(), attached()]).toEqual([[], []])
  })

  test('that the browser cannot read is said to be none', async () => {
    room = withCard()
    const card = await show()
    given('drop', card, { files: [png('broken.png')] })
    await screen.findByText(/cannot read it as a picture/)
    expect(screen.getByRole('button', { name: 'Attach picture' })).toHaveProperty('disabled', true)
  })

  test('beside words that are pasted into a field is not taken: the words go there', async () => {
    room = withCard()
    const card = await show()
    fireEvent.keyDown(card, { key: 'Enter' })
    const field = screen.getByRole('textbox', { name: /Card in/ })
    expect(given('paste', field, { text: 'a cell of a table', files: [png()] })).toBe(false)
  })

  test('whose bytes do not come shows its name', async () => {
    room = withCard()
    addAttachment(room.contentDoc, picture('gone.png'), origin)
    await show()
    const thumbnail = screen.getByRole('button', { name: 'Picture gone.png' }).querySelector('img')
    fireEvent.error(thumbnail as HTMLImageElement) // it is there until then
    expect((await screen.findByRole('button', { name: 'picture gone.png' })).querySelector('img')).toBeNull()
  })
})

const picture = (name: string, createdAt = 0): Attachment => ({
  id: asAttachment(name.slice(0, 3)),
  target: { on: 'card', id: asCard('c1') },
  name,
  by: null,
  createdAt,
  what: 'image',
  fileId: asAttachedFile(name.slice(0, 3)),
  thumbnailId: null,
  size: 81_920,
  width: 400,
  height: 200,
})

test.each([
  [
    'a PDF of letters',
    new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<< /Title (mail to ana@example.org) >>\n%%EOF'),
  ],
  [
    'an archive without a zero',
    new Uint8Array([0x1f, 0x8b, 8, 8, 1, 2, 3, 4, 2, 3, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 7]),
  ],
  ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
])('%s is taken for no text, and nothing in it is masked', async (_, bytes) => {
  expect(await packGiven({ name: 'x', content: new Blob([bytes]), isMasked: true })).toBeNull()
  const asItIs = await packGiven({ name: 'x', content: new Blob([bytes]), isMasked: false })
  expect(unzlibSync(Buffer.from(asItIs?.deflated ?? '', 'base64'))).toEqual(bytes)
})

test.each([
  ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('10:14 pool full\n'.repeat(9), 'utf16le')])],
  ['colours', new TextEncoder().encode('\u001b[31m10:14\u001b[0m\tpool full\r\n'.repeat(9))],
])('a log with %s is text', async (_, bytes) => {
  const packed = await packGiven({ name: 'x', content: new Blob([bytes]), isMasked: true })
  expect(packed).toMatchObject({ lines: 9, excerpt: expect.stringMatching(/^10:14\s+pool full/) })
})

test('what is no text is attached only once somebody has said so', async () => {
  room = withCard()
  const card = await show()
  given('drop', card, { files: [new File([new Uint8Array([80, 75, 3, 4, 0, 0])], 'heap.zip')] })
  fireEvent.click(await screen.findByRole('button', { name: 'Attach file' }))
  await screen.findByRole('button', { name: /heap\.zip/ })
  expect(attached()).toMatchObject([{ what: 'file', name: 'heap.zip', size: 6 }])
})

test('what the server refuses stays under the card in its words, until somebody has read them', async () => {
  room = withCard()
  const card = await show()
  refusal = { reason: 'attachmentsAreFull', sentence: 'This postmortem holds as many as it takes.' }
  given('drop', card, { files: [new File(['10:14'], 'app.log')] })
  await screen.findByText(/holds as many as it takes/)
  expect(attached()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByText(/holds as many/)).toBeNull()
})

test('called off, nothing is attached', async () => {
  room = withCard()
  const card = await show((_, signal) => new Promise((_, failed) => signal.addEventListener('abort', failed)))
  given('drop', card, { files: [new File(['10:14'], 'app.log')] })
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull())
  expect([sent(), attached(), screen.queryByText(/was not attached/)]).toEqual([[], [], null])
})

test('called off at the last moment, it is not attached although the server has it', async () => {
  room = withCard()
  let goOn = () => {}
  const card = await show(async (one) => {
    await new Promise<void>((done) => {
      goOn = done
    })
    return packGiven(one)
  })
  given('drop', card, { files: [new File(['10:14'], 'app.log')] })
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  goOn()
  await waitFor(() => expect(sent()).toHaveLength(1)) // this server does not hear that it was called off
  addAttachment(room.contentDoc, picture('one.png'), origin)
  await screen.findByRole('button', { name: /^picture one/i })
  expect(attached().map(({ name }) => name)).toEqual(['one.png'])
})

test('a link is attached and removed from the card’s menu, and one that is none is told what to change', async () => {
  room = withCard()
  const card = await show()
  fireEvent.focus(card)
  fireEvent.click(within(card).getByRole('button', { name: 'What to do with this card' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Attach…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Attach' })
  const link = within(dialog).getByRole('textbox', { name: 'Link' })
  fireEvent.change(link, { target: { value: 'javascript:alert(1)' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Attach link' }))
  within(dialog).getByText(/starts with http/)
  fireEvent.change(link, { target: { value: 'grafana.example/d/1' } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Attach link' }))
  expect((await screen.findByRole('link', { name: 'grafana.example' })).getAttribute('href')).toBe(
    'https://grafana.example/d/1',
  )
  fireEvent.click(within(card).getByRole('button', { name: 'What to do with this card' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Attach…' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Remove grafana.example' }))
  expect([attached(), screen.queryByRole('list', { name: 'Attached so far' })]).toEqual([[], null])
})

test('arrows lead from one to the next; removed it is gone for all, and undo brings it back', async () => {
  room = withCard()
  for (const [place, name] of ['one.png', 'two.png'].entries())
    addAttachment(room.contentDoc, picture(name, place), origin)
  await show()
  fireEvent.click(screen.getByRole('button', { name: /^picture one\.png/i }))
  await screen.findByRole('dialog', { name: 'one.png' })
  fireEvent.keyDown(window, { key: 'ArrowRight' })
  const second = await screen.findByRole('dialog', { name: 'two.png' })
  expect(within(second).getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(
    '/api/postmortems/p1/files/two',
  )
  fireEvent.click(within(second).getByRole('button', { name: 'Remove' }))
  expect(attached().map(({ name }) => name)).toEqual(['one.png'])
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(attached().map(({ name }) => name)).toEqual(['one.png', 'two.png'])
})

test('who only reads sees what is attached, and can neither add nor remove', async () => {
  room = withCard({ me: wei })
  addAttachment(room.contentDoc, picture('one.png'), origin)
  const card = await show()
  expect(given('drop', card, { files: [png()] })).toBe(false)
  expect(screen.queryByRole('button', { name: 'Attach to these notes' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^picture one\.png/i }))
  const dialog = await screen.findByRole('dialog', { name: 'one.png' })
  expect(within(dialog).queryByRole('button', { name: 'Remove' })).toBeNull()
})

describe('a cover', () => {
  const size = { width: 100, height: 50 }
  test('is drawn from any corner, and stays inside of the picture', () => {
    expect(coverBetween({ x: 80, y: 40 }, { x: 120, y: -5 }, size)).toEqual({
      x: 80,
      y: 0,
      width: 20,
      height: 40,
    })
    expect(coversSomething(coverBetween({ x: 8, y: 4 }, { x: 9, y: 30 }, size))).toBe(false)
  })

  test('is moved and sized by steps, never out of the picture', () => {
    const cover = { x: 90, y: 0, width: 10, height: 10 }
    expect(movedBy(cover, 5, -5, size)).toEqual(cover)
    expect(sizedBy(cover, 5, 100, size)).toEqual({ ...cover, height: 50 })
    expect(byArrow(cover, { key: 'ArrowLeft', shiftKey: true }, size)).toEqual({ ...cover, width: 9 })
    expect(byArrow(cover, { key: 'x', shiftKey: false }, size)).toBeNull()
  })
})
