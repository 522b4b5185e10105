import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type Attachment,
  addAttachment,
  excerptOf,
  isAttachedTo,
  MOST_EXCERPT,
  readAttachments,
  removeAttachment,
} from '../../shared/content/attachments.ts'
import { compareContent } from '../../shared/content/compareContent.ts'
import { copyContent, readContentCopy } from '../../shared/content/contentCopy.ts'
import { attachmentsOf, type EditOrigin } from '../../shared/content/contentDoc.ts'
import { restoreContent } from '../../shared/content/restoreContent.ts'
import { undoOf } from '../../shared/content/undoContent.ts'
import { asAttachedFile, asAttachment, asCard, asTimelineEvent } from './ids.ts'

const origin: EditOrigin = { by: 'person', personId: 'sam' }
const about = (id: string) => ({
  id: asAttachment(id),
  target: { on: 'card', id: asCard('c1') } as const,
  by: null,
  createdAt: 1,
})
const log: Attachment = {
  ...about('log'),
  what: 'log',
  name: 'app.log',
  fileId: asAttachedFile('f1'),
  size: 300_000,
  lines: 4_213,
  excerpt: '10:14 pool exhausted',
}
const image: Attachment = {
  ...about('image'),
  what: 'image',
  name: 'latency.png',
  fileId: asAttachedFile('f2'),
  thumbnailId: asAttachedFile('f3'),
  size: 80_000,
  width: 1_200,
  height: 800,
}
const link: Attachment = {
  ...about('link'),
  what: 'link',
  name: 'Dashboard',
  url: 'https://grafana.example/d/1',
}

function attached(...attachments: Attachment[]): Y.Doc {
  const doc = new Y.Doc()
  for (const attachment of attachments) addAttachment(doc, attachment, origin)
  return doc
}

test('what is attached to a card is found by the card, and by nothing else of that name', () => {
  const doc = attached(log, { ...link, target: { on: 'event', id: asTimelineEvent('c1') } })
  const onCard = readAttachments(doc).filter(isAttachedTo({ on: 'card', id: asCard('c1') }))
  expect(onCard).toEqual([log])
})

const having = (fields: Record<string, unknown>) => new Y.Map<unknown>(Object.entries({ ...link, ...fields }))
test.each<[string, () => unknown]>([
  ['a string', () => 'text'],
  ['a kind nobody knows', () => having({ what: 'program' })],
  ['attached to nothing', () => having({ target: null })],
  ['attached to what is no place', () => having({ target: { on: 'action', id: 'a1' } })],
  ['attached to a map', () => having({ target: new Y.Map() })],
  ['without a name', () => having({ name: '' })],
  ['of a name without end', () => having({ name: 'x'.repeat(201) })],
  ['a link that runs code', () => having({ url: 'javascript:alert(1)' })],
  ['a file that leads elsewhere', () => having({ what: 'file', fileId: '../../me', size: 1 })],
  ['a picture without bytes', () => having({ what: 'image', width: 1, height: 1 })],
  ['a log with all of its text', () => having({ ...log, id: 'x', excerpt: 'x'.repeat(MOST_EXCERPT + 1) })],
])('an attachment that is %s is left out, harms no other and stays in the document', (_, stored) => {
  const doc = attached(link)
  attachmentsOf(doc).set('x', stored())
  expect(readAttachments(doc)).toEqual([link])
  expect(attachmentsOf(doc).has('x')).toBe(true)
})

test('a size a stranger broke reads as none, and the rest stays readable', () => {
  const doc = attached()
  attachmentsOf(doc).set(
    'image',
    new Y.Map<unknown>(Object.entries({ ...image, size: -1, width: 'wide', thumbnailId: '<b>' })),
  )
  expect(readAttachments(doc)).toEqual([{ ...image, size: 0, width: 0, thumbnailId: null }])
})

test('removed it is gone, and undo brings it back', () => {
  const doc = attached(log, image)
  const mine: EditOrigin = { by: 'person', personId: 'sam' }
  const undo = undoOf(doc, mine)
  removeAttachment(doc, log.id, mine)
  expect(readAttachments(doc)).toEqual([image])
  undo.undo()
  expect(readAttachments(doc)).toEqual([image, log])
})

test('it comes back with a checkpoint, and a copy from before there were any holds none', () => {
  const doc = attached(log, image, link)
  const kept = readContentCopy(JSON.parse(JSON.stringify(copyContent(doc))))
  if (!kept) throw new Error('does not read')
  removeAttachment(doc, log.id, origin)
  expect(compareContent(kept, copyContent(doc))).toEqual([
    { place: 'attachments/log', what: 'removed', fields: [] },
  ])
  restoreContent(doc, kept, origin)
  expect(readAttachments(doc)).toEqual([image, link, log])
  const { attachments: _, ...old } = kept
  expect(readContentCopy(old)).toMatchObject({ attachments: [], leftOut: [] })
})

describe('the excerpt of a log', () => {
  test.each([
    ['one line', { lines: 1, excerpt: 'one line' }],
    ['one\ntwo\n', { lines: 2, excerpt: 'one\ntwo' }],
    ['', { lines: 1, excerpt: '' }],
  ])('of %j', (text, told) => expect(excerptOf(text)).toMatchObject(told))

  test('is its first eight lines, whole', () => {
    const text = Array.from({ length: 4_213 }, (_, line) => `line ${line}`).join('\n')
    expect(excerptOf(text)).toEqual({ lines: 4_213, excerpt: text.split('\n').slice(0, 8).join('\n') })
  })

  test('is short whatever a line is, and no half character', () => {
    const { excerpt, lines } = excerptOf(`x${'😀'.repeat(5_000)}`)
    expect([lines, excerpt.length, excerpt.isWellFormed()]).toEqual([1, MOST_EXCERPT, true])
  })
})
