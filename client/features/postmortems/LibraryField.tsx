import { Search } from 'lucide-react'
import { useCallback, useEffect, useId, useState } from 'react'
import { MOST_WORDS_CHARACTERS } from '../../../shared/wire/library.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Library.module.css'

const QUIET_MS = 250

/** Asks once typing has paused, or at Enter. */
export function LibraryField({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const id = useId()
  const [text, setText] = useState(words)
  /** What was asked for here last, and what the page’s address said then: only another one there is written over. */
  const [known, setKnown] = useState({ asked: words, words })
  if (words !== known.words) {
    setKnown({ asked: words, words })
    if (words !== known.asked) setText(words)
  }
  const pending = text.trim() === known.asked ? null : text.trim()
  const ask = useCallback(
    (asked: string) => {
      setKnown((before) => ({ ...before, asked }))
      onWords(asked)
    },
    [onWords],
  )
  useEffect(() => {
    if (pending === null) return
    const timer = setTimeout(ask, QUIET_MS, pending)
    return () => clearTimeout(timer)
  }, [pending, ask])
  return (
    <div className={styles.field}>
      <label htmlFor={id} className="vh">
        Search postmortems
      </label>
      <Search aria-hidden="true" />
      <TextInput
        id={id}
        type="search"
        autoComplete="off"
        maxLength={MOST_WORDS_CHARACTERS}
        placeholder="Title, service, reason or person"
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        onKeyDown={({ key }) => key === 'Enter' && pending !== null && ask(pending)}
      />
    </div>
  )
}
