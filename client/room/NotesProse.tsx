import { Fragment, type ReactNode } from 'react'
import { safeUrl } from '../../shared/content/fields.ts'
import type { NotesNode, WordRun } from '../../shared/content/notesCopy.ts'
import styles from './NotesProse.module.css'

/** Notes to read. What this version does not know is shown as its text. */
export const NotesProse = ({ nodes }: { nodes: readonly NotesNode[] }) => (
  <div className={styles.prose} data-letters="">
    {elementsOf(nodes)}
  </div>
)

const elementsOf = (nodes: readonly NotesNode[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the nodes hold nothing of their own
  nodes.map((node, position) => <Fragment key={position}>{elementOf(node)}</Fragment>)

function elementOf(node: NotesNode): ReactNode {
  if ('words' in node) return wordsOf(node.words)
  const children = elementsOf(node.children)
  switch (node.name) {
    case 'heading':
      return <h4>{children}</h4>
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
      return <ol>{children}</ol>
    case 'listItem':
      return <li>{children}</li>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'codeBlock':
      return (
        <pre>
          <code>{children}</code>
        </pre>
      )
    case 'horizontalRule':
      return <hr />
    case 'hardBreak':
      return <br />
    default:
      return <p>{children}</p>
  }
}

const wordsOf = (runs: readonly WordRun[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the words hold nothing of their own
  runs.map(({ text, marks }, position) => <Fragment key={position}>{marked(text, marks)}</Fragment>)

function marked(words: ReactNode, marks: Record<string, unknown>): ReactNode {
  const link = safeUrl.safeParse((marks.link as { href?: unknown } | undefined)?.href) // written by anyone: parsed
  let shown = words
  if (marks.code) shown = <code>{shown}</code>
  if (marks.strike) shown = <s>{shown}</s>
  if (marks.underline) shown = <u>{shown}</u>
  if (marks.italic) shown = <em>{shown}</em>
  if (marks.bold) shown = <strong>{shown}</strong>
  if (!link.success) return shown
  return (
    <a href={link.data} target="_blank" rel="noreferrer noopener">
      {shown}
    </a>
  )
}
