import * as Y from 'yjs'
import * as z from 'zod/mini'

/** Words that stand together under the same marks. Keys are sorted, so that equal runs are equal as JSON. */
const wordRun = z.object({ text: z.string(), marks: z.record(z.string(), z.json()) })
export type WordRun = z.infer<typeof wordRun>

/** Notes as plain values: an element of the editor, or words. */
export type NotesNode =
  | { name: string; attributes: Record<string, z.core.util.JSONType>; children: NotesNode[] }
  | { words: WordRun[] }

export const notesNode: z.ZodMiniType<NotesNode> = z.lazy(() =>
  z.union([
    z.object({
      name: z.string(),
      attributes: z.record(z.string(), z.json()),
      children: z.array(notesNode),
    }),
    z.object({ words: z.array(wordRun) }),
  ]),
)

/** Deeper than anyone writes: a stranger can nest deeper than the stack is. */
const MOST_DEPTH = 100

/** The readable nodes beside what they read as. What no editor of ours writes has no copy and is left alone. */
export type ReadNode = { node: Y.XmlElement | Y.XmlText; copy: NotesNode }

export const copyNotes = (fragment: Y.XmlFragment): NotesNode[] => readNodes(fragment).map(({ copy }) => copy)

/** An editor keeps an empty paragraph at the end of its text: only opening it is no change of the notes. */
export function readNodes(fragment: Y.XmlFragment): ReadNode[] {
  const nodes = nodesIn(fragment, 0)
  return nodes.slice(0, nodes.findLastIndex(({ copy }) => !isEmptyParagraph(copy)) + 1)
}

export function nodesIn(parent: Y.XmlFragment, depth: number): ReadNode[] {
  if (depth >= MOST_DEPTH) return []
  return parent.toArray().flatMap((node): ReadNode[] => {
    if (node instanceof Y.XmlText) return [{ node, copy: { words: copyWords(node) } }]
    if (!(node instanceof Y.XmlElement)) return []
    const children = nodesIn(node, depth + 1).map(({ copy }) => copy)
    return [{ node, copy: { name: node.nodeName, attributes: plainOf(node.getAttributes()), children } }]
  })
}

const isEmptyParagraph = (node: NotesNode): boolean =>
  'name' in node && node.name === 'paragraph' && node.children.every(hasNoWords)

const hasNoWords = (node: NotesNode): boolean => 'words' in node && node.words.length === 0

type Insert = { insert?: unknown; attributes?: Record<string, unknown> }

function copyWords(text: Y.XmlText): WordRun[] {
  const runs: WordRun[] = []
  for (const { insert, attributes = {} } of text.toDelta() as Insert[]) {
    if (typeof insert !== 'string') continue
    const marks = plainOf(attributes)
    const last = runs.at(-1)
    if (last && isSame(last.marks, marks)) last.text += insert
    else runs.push({ text: insert, marks })
  }
  return runs
}

const flat = z.union([z.string(), z.number(), z.boolean(), z.null()])
/** All that the editor's attributes and marks hold. Anything deeper was not written by it. */
const shallow = z.union([flat, z.array(flat), z.record(z.string(), flat)])

/** Sorted by key, without what is no plain value. */
export const plainOf = (values: Record<string, unknown>): Record<string, z.core.util.JSONType> =>
  Object.fromEntries(
    Object.entries(values)
      .flatMap(([key, value]) => {
        const parsed = shallow.safeParse(value)
        return parsed.success && key !== '__proto__' ? [[key, parsed.data] as const] : []
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** For values that were read by one schema, and so have their keys in one order. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
