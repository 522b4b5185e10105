import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { copyNotes } from '../../../shared/content/notesCopy.ts'
import { NotesProse } from '../../room/NotesProse.tsx'

/** Notes to read, straight from the shared document. */
export function NotesReading({ fragment }: { fragment: Y.XmlFragment }) {
  const view = viewOf(fragment)
  useSyncExternalStore(view.subscribe, view.version)
  return <NotesProse nodes={copyNotes(fragment)} />
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
