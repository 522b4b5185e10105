import * as Y from 'yjs'
import { type AgendaItemId, agendaItemId } from '../ids.ts'
import { safeUrl } from './fields.ts'

/** The notetaker's text for one agenda item. A root of its own, so nobody has to create it and nobody can twice. */
export const notesOf = (doc: Y.Doc, itemId: AgendaItemId): Y.XmlFragment =>
  doc.getXmlFragment(ROOT_PREFIX + itemId)

/** The agenda item whose notes have this root; null for every other root. */
export const notesItemOf = (rootName: string): string | null =>
  rootName.startsWith(ROOT_PREFIX) ? rootName.slice(ROOT_PREFIX.length) : null

const ROOT_PREFIX = 'notes.'

/** The agenda items somebody has opened the notes of, in the order of their ids. */
export const notesItemsOf = (doc: Y.Doc): AgendaItemId[] =>
  [...doc.share.keys()]
    .flatMap((root) => {
      const id = agendaItemId.safeParse(root.startsWith('notes.') ? root.slice('notes.'.length) : null)
      return id.success ? [id.data] : []
    })
    .sort()

/** The notes as Markdown. What a stranger wrote and the editor does not know is read as its plain text. */
export function notesMarkdown(fragment: Y.XmlFragment): string {
  return blocksMarkdown(fragment.toArray(), '', 0).trim()
}

/** Deeper than anyone writes: a stranger can nest deeper than the stack is, and the report is for everybody. */
const MOST_DEPTH = 100

const blocksMarkdown = (nodes: unknown[], indent: string, depth: number): string =>
  depth > MOST_DEPTH ? '' : nodes.map((node) => blockMarkdown(node, indent, depth + 1)).join('')

function blockMarkdown(node: unknown, indent: string, depth: number): string {
  if (node instanceof Y.XmlText) return `${indent}${inlineMarkdown(node).trimStart()}\n`
  if (!(node instanceof Y.XmlElement)) return ''
  const children = node.toArray()
  switch (node.nodeName) {
    case 'heading':
      // The report's own headings end at the third level.
      return `${indent}#### ${inlineOf(children, depth).trimStart()}\n\n`
    case 'bulletList':
      return `${listMarkdown(children, indent, depth, () => '- ')}\n`
    case 'orderedList':
      return `${listMarkdown(children, indent, depth, (position) => `${position + 1}. `)}\n`
    case 'codeBlock':
      return codeBlockMarkdown(plainOf(children), indent)
    case 'blockquote':
      return `${blocksMarkdown(children, '', depth)
        .trim()
        .split('\n')
        .map((line) => `${indent}> ${line}`)
        .join('\n')}\n\n`
    case 'horizontalRule':
      return `${indent}---\n\n`
    default:
      return `${indent}${inlineOf(children, depth).trimStart()}\n\n`
  }
}

/** The fence is longer than any in the code, which would otherwise end it early and let the rest out as HTML. */
function codeBlockMarkdown(code: string, indent: string): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${[fence, ...code.split(/\r\n?|\n/), fence].map((line) => indent + line).join('\n')}\n\n`
}

function listMarkdown(
  items: unknown[],
  indent: string,
  depth: number,
  marker: (position: number) => string,
): string {
  return items
    .filter((item) => item instanceof Y.XmlElement)
    .map((item, position) => {
      const [first, ...nested] = item.toArray()
      const inline = inlineOf(first instanceof Y.XmlElement ? first.toArray() : [first], depth).trimStart()
      const mark = marker(position)
      // What is nested stands under the item's words, or it would begin a list of its own.
      const under = blocksMarkdown(nested, indent + ' '.repeat(mark.length), depth)
      return `${indent}${mark}${inline}\n${under.replace(/\n\n$/, '\n')}`
    })
    .join('')
}

function inlineOf(nodes: unknown[], depth: number): string {
  if (depth > MOST_DEPTH) return ''
  return nodes
    .map((node) => {
      if (node instanceof Y.XmlText) return inlineMarkdown(node)
      if (!(node instanceof Y.XmlElement)) return ''
      return node.nodeName === 'hardBreak' ? '  \n' : inlineOf(node.toArray(), depth + 1)
    })
    .join('')
}

const plainOf = (nodes: unknown[]): string =>
  nodes.map((node) => (node instanceof Y.XmlText ? plainText(node) : '')).join('')

type Insert = { insert?: unknown; attributes?: Record<string, unknown> }

const plainText = (text: Y.XmlText): string =>
  (text.toDelta() as Insert[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')

function inlineMarkdown(text: Y.XmlText): string {
  return (text.toDelta() as Insert[])
    .map(({ insert, attributes = {} }) => {
      if (typeof insert !== 'string') return ''
      if (attributes.code) return `\`${insert.replaceAll('`', 'ˋ').replace(/[\r\n]+/g, ' ')}\``
      const escaped = escapeMarkdown(insert)
      const strong = attributes.bold ? `**${escaped}**` : escaped
      const styled = attributes.italic ? `_${strong}_` : strong
      const link = safeUrl.safeParse((attributes.link as { href?: unknown } | undefined)?.href)
      return link.success ? markdownLink(styled, link.data) : styled
    })
    .join('')
}

/** What people type is text: it must not turn into a heading, a link or HTML where the report is read. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    // Four spaces at the start of a line would make code of it.
    .replace(/(?<=[\r\n])[^\S\r\n]+/g, '')
    .replace(lineMark, (mark) => mark.replace(/[^\d\s]/, '\\$&'))

/** What starts a heading or a list item, and the line of `=` or `-` that makes a heading of the line above. */
const lineMark = /^\s*(?:(?:#+|[+-]|\d*[.)])(?=\s|$)|(?:=+|-+)(?=\s*$))/gm

/** `label` is Markdown already; `url` is a `safeUrl`, which may still hold what would end the link early. */
export const markdownLink = (label: string, url: string): string =>
  `[${label}](${url.replace(/[()\\`|\p{Cc}]/gu, inPercent)})`

const inPercent = (character: string): string =>
  ({ '(': '%28', ')': '%29' })[character] ?? encodeURIComponent(character)
