import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Member } from '../../../shared/meeting/meeting.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting } from '../../room/useMeeting.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { MentionChoices } from './MentionChoices.tsx'
import { nameBegunAt } from './mentionsIn.ts'

type MentionFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  maxLength: number
  isStarting: boolean
  describedBy: string | undefined
}

const MOST_CHOICES = 6

/** A field in which `@` offers the people of the meeting: arrows choose, Enter or Tab takes, Escape leaves it as text. */
export function MentionField({
  label,
  value,
  onChange,
  maxLength,
  isStarting,
  describedBy,
}: MentionFieldProps) {
  const listId = useId()
  const { me } = useRoom()
  const { members } = useMeeting()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const begun = caret === null ? null : nameBegunAt(value, caret)
  const choices = begun
    ? members.filter((member) => member.personId !== me?.personId && fits(member, begun.begun))
    : []
  const shown = choices.slice(0, MOST_CHOICES)

  useLayoutEffect(() => {
    if (!isStarting) return
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [isStarting])

  const take = ({ name }: Member) => {
    if (!begun || caret === null) return
    const before = `${value.slice(0, begun.from)}@${name} `
    onChange(before + value.slice(caret).replace(/^ /, ''))
    setCaret(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const member = shown[Math.min(chosen, shown.length - 1)]
    if (!member || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % shown.length)
    else if (event.key === 'ArrowUp') setChosen((chosen + shown.length - 1) % shown.length)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(member)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation() // the panel would close, or the comment be sent
  }
  const isListed = shown.length > 0
  return (
    <div>
      <TextArea
        ref={field}
        rows={1}
        aria-haspopup="listbox"
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed ? `${listId}-${Math.min(chosen, shown.length - 1)}` : undefined}
        aria-describedby={describedBy}
        maxLength={maxLength}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          setCaret(currentTarget.selectionEnd)
          setChosen(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      {isListed && (
        <MentionChoices
          id={listId}
          people={shown}
          chosen={Math.min(chosen, shown.length - 1)}
          onTake={take}
        />
      )}
    </div>
  )
}

/** By the beginning of any word of the name. Once the whole name stands there, nothing is left to choose. */
function fits({ name }: Member, begun: string): boolean {
  const [whole, wanted] = [name.toLowerCase(), begun.toLowerCase()]
  if (wanted === '') return true
  return (
    (whole.startsWith(wanted) && whole !== wanted) ||
    whole
      .split(/\s+/)
      .slice(1)
      .some((word) => word.startsWith(wanted))
  )
}
