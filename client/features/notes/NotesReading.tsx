import { Fragment, type ReactNode, useSyncExternalStore } from 'react'
import * as Y from 'yjs'
import { safeUrl } from '../../../shared/content/fields.ts'
import styles from './Notes.module.css'

/** Notes to read, straight from the shared document. What this version does not know is shown as its text. */
export function NotesReading({ fragment }: { fragment: Y.XmlFragment }) {
  const view = viewOf(fragment)
  useSyncExternalStore(view.subscribe, view.version)
  return <div className={styles.prose}>{nodesOf(fragment)}</div>
}

const nodesOf = (parent: Y.XmlFragment): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the nodes hold nothing of their own
  parent.toArray().map((node, position) => <Fragment key={position}>{nodeOf(node)}</Fragment>)

function nodeOf(node: unknown): ReactNode {
  if (node instanceof Y.XmlText) return inlineOf(node)
  if (!(node instanceof Y.XmlElement)) return null
  const children = nodesOf(node)
  switch (node.nodeName) {
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

type Insert = { insert?: unknown; attributes?: Record<string, unknown> }

const inlineOf = (text: Y.XmlText): ReactNode =>
  (text.toDelta() as Insert[]).map(({ insert, attributes = {} }, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the words hold nothing of their own
    typeof insert === 'string' ? <Fragment key={position}>{marked(insert, attributes)}</Fragment> : null,
  )

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

type FragmentView = { version: () => number; subscribe: (changed: () => void) => () => void }
const viewByFragment = new WeakMap<Y.XmlFragment, FragmentView>()

function viewOf(fragment: Y.XmlFragment): FragmentView {
  const known = viewByFragment.get(fragment)
  if (known) return known
  let version = 0
  const view: FragmentView = {
    version: () => version,
    subscribe: (changed) => {
      const onChange = () => {
        version++
        changed()
      }
      fragment.observeDeep(onChange)
      return () => fragment.unobserveDeep(onChange)
    },
  }
  viewByFragment.set(fragment, view)
  return view
}

/** Whether there is a word in it; an editor that was only opened leaves an empty paragraph. */
export function useHasNotes(fragment: Y.XmlFragment): boolean {
  const view = viewOf(fragment)
  return useSyncExternalStore(view.subscribe, () =>
    /[^\s<>]/.test(fragment.toString().replace(/<[^>]*>/g, '')),
  )
}
