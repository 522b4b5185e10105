import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { getSchema } from '@tiptap/core'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { editorExtensions } from '../../client/features/notes/editorExtensions.ts'
import { Notes } from '../../client/features/notes/Notes.tsx'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import { notesMarkdown, notesOf } from '../../shared/content/notes.ts'
import type { AgendaItemId } from '../../shared/ids.ts'
import { givenRoom, type HandmadeRoom, InRoom, wei } from '../harness/givenRoom.tsx'

const itemId = 'item-1' as AgendaItemId

afterEach(cleanup)

function write(room: HandmadeRoom, words: string, marks: Record<string, object> = {}, node = 'paragraph') {
  const paragraph = new Y.XmlElement(node)
  const text = new Y.XmlText()
  text.insert(0, words, marks)
  paragraph.insert(0, [text])
  notesOf(room.contentDoc, itemId).push([paragraph])
}
const show = (room: HandmadeRoom) =>
  render(
    <InRoom room={room}>
      <Notes itemId={itemId} itemTitle="Walk the timeline" />
    </InRoom>,
  )

// Fails when the editor learns or forgets a node, a mark or an attribute: raise EDITOR_SCHEMA, then write it in here.
test('the editor knows what this version of its schema promises', () => {
  const { nodes, marks } = getSchema(editorExtensions)
  const named = (types: Record<string, { spec: { attrs?: object } }>) =>
    Object.entries(types).map(([name, { spec }]) => [name, ...Object.keys(spec.attrs ?? {})].join(' '))
  expect({ EDITOR_SCHEMA, nodes: named(nodes), marks: named(marks) }).toMatchInlineSnapshot(`
    {
      "EDITOR_SCHEMA": 1,
      "marks": [
        "link href target rel class title",
        "bold",
        "code",
        "italic",
        "strike",
        "underline",
      ],
      "nodes": [
        "paragraph",
        "blockquote",
        "bulletList",
        "codeBlock language",
        "doc",
        "hardBreak",
        "heading level",
        "horizontalRule",
        "listItem",
        "orderedList start type",
        "text",
      ],
    }
  `)
})

describe('notes to read', () => {
  test('show the words, and only links that are safe to follow', () => {
    const room = givenRoom({ me: wei })
    write(room, 'the dashboard', { link: { href: 'https://grafana.example/d/1' } })
    write(room, 'a trap', { link: { href: 'javascript:alert(1)' } })
    write(room, 'from another version', {}, 'somethingNew')
    show(room)
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'https://grafana.example/d/1',
    ])
    expect(screen.getByText('a trap')).toBeDefined()
    expect(screen.getByText('from another version')).toBeDefined()
  })

  test('follow what others write', () => {
    const room = givenRoom({ me: wei })
    show(room)
    expect(screen.getByText('No notes yet.')).toBeDefined()
    act(() => write(room, 'we began at two'))
    expect(screen.getByText('we began at two')).toBeDefined()
  })

  test('offer no editor to who only reads', () => {
    const room = givenRoom({ me: wei })
    write(room, 'we began at two')
    show(room)
    fireEvent.click(screen.getByText('we began at two'))
    expect(screen.queryByRole('button', { name: 'Write notes' })).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

test('opening the editor changes no word and no mark of what stands there', async () => {
  const room = givenRoom()
  write(room, 'bold', { bold: {} })
  write(room, 'the dashboard', { link: { href: 'https://grafana.example/d/1' } })
  const before = notesMarkdown(notesOf(room.contentDoc, itemId))
  show(room)
  fireEvent.click(screen.getByRole('button', { name: 'Write notes' }))
  const editor = await screen.findByRole(
    'textbox',
    { name: 'Notes on Walk the timeline' },
    { timeout: 4_000 },
  )
  expect(editor.textContent).toContain('the dashboard')
  expect(screen.getByRole('toolbar')).toBeDefined()
  expect(notesMarkdown(notesOf(room.contentDoc, itemId))).toBe(before)
})
