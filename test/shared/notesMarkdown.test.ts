import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { notesMarkdown, notesOf } from '../../shared/content/notes.ts'
import { docOf } from './contentRoom.ts'
import { asItem } from './ids.ts'

type Run = string | [text: string, attributes: Record<string, unknown>]

function text(...runs: Run[]): Y.XmlText {
  const made = new Y.XmlText()
  made.applyDelta(
    runs.map((run) => (typeof run === 'string' ? { insert: run } : { insert: run[0], attributes: run[1] })),
  )
  return made
}

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

const paragraph = (...runs: Run[]) => element('paragraph', text(...runs))
const listItem = (...children: (Y.XmlElement | Y.XmlText)[]) => element('listItem', ...children)

function markdownOf(...blocks: (Y.XmlElement | Y.XmlText)[]): string {
  const fragment = notesOf(docOf(1), asItem('timeline'))
  fragment.insert(0, blocks)
  return notesMarkdown(fragment)
}

test('notes nobody wrote are empty', () => {
  expect(markdownOf()).toBe('')
  expect(markdownOf(element('paragraph'))).toBe('')
})

test('paragraphs, headings, quotes and rules keep their shape', () => {
  const notes = markdownOf(
    element('heading', text('What we saw')),
    paragraph('The disk filled up.'),
    element('blockquote', paragraph('We thought it was db2.'), paragraph('So did I.')),
    element('horizontalRule'),
    paragraph('After the break.'),
  )
  expect(notes).toBe(
    '#### What we saw\n\nThe disk filled up.\n\n> We thought it was db2.\n> \n> So did I.\n\n---\n\nAfter the break.',
  )
})

test('bold, italic, code and links keep their meaning', () => {
  const link = { link: { href: 'https://example.org/a' } }
  const notes = markdownOf(
    paragraph('a ', ['b', { bold: {} }], ' ', ['c', { italic: {} }], ' ', ['d', { code: {} }], ' ', [
      'e',
      link,
    ]),
  )
  expect(notes).toBe('a **b** _c_ `d` [e](https://example.org/a)')
})

test('lists nest', () => {
  const inner = element('orderedList', listItem(paragraph('one')), listItem(paragraph('two')))
  const notes = markdownOf(element('bulletList', listItem(paragraph('a'), inner), listItem(paragraph('b'))))
  expect(notes).toBe('- a\n  1. one\n  2. two\n- b')
})

test('what is nested in a numbered item stands under its words', () => {
  const inner = () => element('bulletList', listItem(paragraph('inner')))
  const items = Array.from({ length: 10 }, (_, position) => listItem(paragraph(`${position}`), inner()))
  const lines = markdownOf(element('orderedList', ...items)).split('\n')
  expect(lines.slice(0, 2)).toEqual(['1. 0', '   - inner'])
  expect(lines.slice(-2)).toEqual(['10. 9', '    - inner'])
})

test('a hard break stays inside its paragraph', () => {
  expect(markdownOf(element('paragraph', text('a'), element('hardBreak'), text('b')))).toBe('a  \nb')
})

describe('nothing that is typed becomes more than text', () => {
  test('a heading, HTML and a link in a paragraph', () => {
    expect(markdownOf(paragraph('# Boss <img src=x> [a](javascript:b)'))).toBe(
      '\\# Boss \\<img src=x\\> \\[a\\](javascript:b)',
    )
  })

  test('a heading whose mark and words carry different attributes', () => {
    expect(markdownOf(paragraph(['#', { unknown: 1 }], ' Boss'))).toBe('\\# Boss')
  })

  test('a paragraph that begins like indented code', () => {
    expect(markdownOf(paragraph('    code'))).toBe('code')
  })

  test('a fence inside a code block, which would let the rest out as HTML', () => {
    expect(markdownOf(element('codeBlock', text('a\n```\n<script>')))).toBe('````\na\n```\n<script>\n````')
  })

  test('a code block with more backticks than the stack has room for', () => {
    expect(markdownOf(element('codeBlock', text('` '.repeat(200_000)))).slice(0, 4)).toBe('```\n')
  })

  test('a code span that holds a backtick or an empty line', () => {
    expect(markdownOf(paragraph(['a`b\n\n# c', { code: {} }]))).toBe('`aˋb # c`')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 7, null, { deep: 1 }])('a link to %j', (href) => {
    expect(markdownOf(paragraph(['click', { link: { href } }]))).toBe('click')
  })

  test('a link whose address would end it early', () => {
    const notes = markdownOf(paragraph(['x', { link: { href: 'https://a)[b](javascript:c' } }]))
    expect(notes).toBe('[x](https://a%29[b]%28javascript:c)')
  })
})

test('what the editor does not know is read as its plain text', () => {
  const notes = markdownOf(
    element('iframe', text('kept')),
    text('bare text'),
    element('bulletList', text('no item'), listItem(text('an item of bare text'))),
    element('table', element('row', element('cell', text('a')), element('cell', text('b')))),
  )
  expect(notes).toBe('kept\n\nbare text\n- an item of bare text\n\nab')
})

test.each(['paragraph', 'blockquote', 'bulletList'])('notes nested deeper than the stack is: %s', (name) => {
  const fragment = notesOf(docOf(1), asItem('timeline'))
  let level: Y.XmlFragment = fragment
  fragment.doc?.transact(() => {
    for (let depth = 0; depth < 20_000; depth++) {
      const deeper = new Y.XmlElement(name)
      level.insert(0, [deeper])
      level = deeper
    }
    fragment.insert(0, [paragraph('still there')])
  })
  expect(notesMarkdown(fragment)).toMatch(/^still there/)
})
