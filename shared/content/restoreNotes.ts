import * as Y from 'yjs'
import { alignLists } from './alignLists.ts'
import { isSame, type NotesNode, nodesIn, plainOf, type ReadNode, readNodes } from './notesCopy.ts'
import { newWords, restoreWords } from './restoreWords.ts'

/** Makes notes read as `wanted`, and leaves every paragraph that does already where it is. */
export function restoreNotes(fragment: Y.XmlFragment, wanted: readonly NotesNode[]): void {
  restoreChildren(fragment, readNodes(fragment), wanted, 0)
}

function restoreChildren(
  parent: Y.XmlFragment,
  standing: readonly ReadNode[],
  wanted: readonly NotesNode[],
  depth: number,
): void {
  let last: ReadNode['node'] | null = null
  for (const { before, after } of alignLists(standing, wanted, ({ copy }, node) => isSame(copy, node))) {
    const spare = [...before]
    for (const node of after) {
      const [beside] = spare
      if (beside && isAlike(beside.copy, node)) {
        spare.shift()
        if (!isSame(beside.copy, node)) restoreNode(beside.node, node, depth + 1)
        last = beside.node
      } else {
        const made = newNode(node)
        parent.insert(last ? parent.toArray().indexOf(last) + 1 : 0, [made])
        last = made
      }
    }
    for (const { node } of spare) parent.delete(parent.toArray().indexOf(node), 1)
  }
}

const isAlike = (a: NotesNode, b: NotesNode): boolean =>
  'words' in a ? 'words' in b : 'name' in b && a.name === b.name

function restoreNode(node: ReadNode['node'], wanted: NotesNode, depth: number): void {
  if (node instanceof Y.XmlText) {
    if ('words' in wanted) restoreWords(node, wanted.words)
    return
  }
  if (!('name' in wanted)) return
  const standing = plainOf(node.getAttributes())
  for (const name of Object.keys(standing)) {
    if (!Object.hasOwn(wanted.attributes, name)) node.removeAttribute(name)
  }
  setAttributes(node, wanted.attributes, standing)
  restoreChildren(node, nodesIn(node, depth), wanted.children, depth)
}

function newNode(wanted: NotesNode): Y.XmlElement | Y.XmlText {
  if ('words' in wanted) return newWords(wanted.words)
  const element = new Y.XmlElement(wanted.name)
  setAttributes(element, wanted.attributes, {})
  element.insert(0, wanted.children.map(newNode))
  return element
}

function setAttributes(
  element: Y.XmlElement,
  wanted: Record<string, unknown>,
  standing: Record<string, unknown>,
): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (isSame(value, standing[name])) continue
    // The type says text; the library stores any plain value, and the editor writes numbers.
    element.setAttribute(name, value as string)
  }
}
