import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { newId } from '../../room/room.ts'
import { useAsking } from '../../room/useAsking.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './AgendaRail.module.css'

const USUAL_MINUTES = 5

/** A new item goes after the current one, before what is still ahead; before the start, to the end. */
export function AddAgendaItem() {
  const { agenda, currentItemId } = useMeeting()
  const { ask, button } = useAsking()
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [minutes, setMinutes] = useState(USUAL_MINUTES)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    const afterItemId = currentItemId ?? agenda.at(-1)?.id ?? null
    const itemId = newId<AgendaItemId>()
    const problem = await ask({ type: 'addAgendaItem', itemId, title, plannedMinutes: minutes, afterItemId })
    if (problem) return
    setTitle('')
    setOpen(false)
  }
  if (!isOpen) {
    return (
      <button type="button" className={styles.add} onClick={() => setOpen(true)}>
        <Plus size={14} aria-hidden="true" /> Add an item
      </button>
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <TextInput
        autoFocus
        required
        maxLength={120}
        value={title}
        aria-label="What is it about"
        placeholder="What is it about"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="number"
        required
        min={1}
        max={240}
        value={minutes}
        aria-label="Minutes"
        onChange={(event) => setMinutes(event.currentTarget.valueAsNumber || 1)}
      />
      <Button size="sm" kind="quiet" onClick={() => setOpen(false)}>
        Leave it
      </Button>
      <Button {...button} size="sm" kind="soft" type="submit">
        Add
      </Button>
    </form>
  )
}
