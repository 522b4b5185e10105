import type * as Y from 'yjs'
import { textAt } from '../../shared/content/places.ts'
import type { PersonId, PostmortemId } from '../../shared/ids.ts'
import type { ContentOnDevice } from '../device/contentOnDevice.ts'
import { keepAside, recallAside, type WrittenText } from '../device/setAside.ts'
import type { SavingTracker } from './trackSaving.ts'
import { type ValueStore, valueStore } from './valueStore.ts'

export type SetAside = {
  aside: ValueStore<readonly WrittenText[]>
  /** What was written and is not confirmed, as it stands on this screen. */
  unsentTexts: () => readonly WrittenText[]
  /** The server did not take it: it stays with the person, and the documents begin anew as the server has them. */
  setAside: () => void
  /** In step with the server: what it has after all need not be kept beside it. */
  settle: () => void
  /** The person is done with it. */
  drop: () => void
}

/** Keeps the words of somebody who lost the right to write before the words arrived. */
export function keepSetAside({
  me,
  postmortemId,
  contentDoc,
  device,
  saving,
  onStartOver,
}: {
  /** Null on the shared screen, which writes nothing. */
  me: PersonId | null
  postmortemId: PostmortemId
  contentDoc: Y.Doc
  device: ContentOnDevice | null
  saving: SavingTracker
  onStartOver: () => void
}): SetAside {
  const aside = valueStore(me ? recallAside(me, postmortemId) : [])
  const unsentTexts = () =>
    saving.places().flatMap((place) => {
      const text = textAt(contentDoc, place).trim()
      return text === '' ? [] : [{ place, text }]
    })
  /** Texts that cannot be kept beside the document must stay in it. */
  const replaceBy = (texts: readonly WrittenText[]) => {
    if (!me || !keepAside(me, postmortemId, texts)) return false
    aside.set(texts)
    return true
  }
  return {
    aside,
    unsentTexts,
    setAside: () => {
      if (saving.changes() === 0 || !replaceBy([...aside.get(), ...unsentTexts()])) return
      saving.giveUp()
      void device?.clear().then(onStartOver, onStartOver)
    },
    settle: () => {
      if (aside.get().length === 0) return
      replaceBy(aside.get().filter(({ place, text }) => textAt(contentDoc, place).trim() !== text))
    },
    drop: () => void replaceBy([]),
  }
}
