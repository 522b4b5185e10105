import { type FormEvent, useId, useState } from 'react'
import { addCard } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { newId } from '../../room/room.ts'
import { Button } from '../../ui/Button.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './AddCardForm.module.css'

const statements = ['fact', 'interpretation', 'question'] as const
const goods = ['wentWell', 'luck'] as const
type PhoneKind = (typeof statements)[number] | (typeof goods)[number]

const words: Record<PhoneKind, { label: string; add: string; yours: string }> = {
  fact: { label: 'Fact', add: 'Add fact', yours: 'Your fact' },
  interpretation: { label: 'Interpretation', add: 'Add interpretation', yours: 'Your interpretation' },
  question: { label: 'Question', add: 'Add question', yours: 'Your question' },
  wentWell: { label: 'Went well', add: 'Add', yours: 'What went well' },
  luck: { label: 'Luck', add: 'Add', yours: 'Where we got lucky' },
}

/** Write a whole card first, then add it: on a phone the columns are elsewhere. */
export function AddCardForm({ isAboutGood }: { isAboutGood: boolean }) {
  const headingId = useId()
  const { contentDoc, origin, me, now } = useRoom()
  const kinds: readonly PhoneKind[] = isAboutGood ? goods : statements
  const [chosen, setChosen] = useState<PhoneKind>('fact')
  const [text, setText] = useState('')
  const kind = kinds.includes(chosen) ? chosen : (kinds[0] ?? 'fact')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const written = text.trim()
    if (written === '') return
    const card = { id: newId<CardId>(), kind, text: written, by: me?.personId ?? null, createdAt: now() }
    addCard(contentDoc, card, origin)
    setText('')
    announce(`Added to ${words[kind].label}`)
  }
  return (
    <form className={styles.form} onSubmit={add} aria-labelledby={headingId}>
      <h2 id={headingId}>Add a card</h2>
      <Segmented
        label="What is it?"
        value={kind}
        onChange={setChosen}
        options={kinds.map((value) => ({
          value,
          label: words[value].label,
          icon: <Glyph kind={value} />,
        }))}
      />
      <TextArea
        rows={2}
        maxLength={2_000}
        value={text}
        aria-label={words[kind].yours}
        placeholder={words[kind].yours}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        kind="soft"
        className={styles.add}
        aria-disabled={text.trim() === '' || undefined}
      >
        {words[kind].add}
      </Button>
    </form>
  )
}
