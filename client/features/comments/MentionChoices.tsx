import { useEffect, useRef } from 'react'
import type { Member } from '../../../shared/meeting/meeting.ts'
import { colourOf } from '../../../shared/meeting/meeting.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import styles from './Comments.module.css'

type MentionChoicesProps = {
  id: string
  people: readonly Member[]
  chosen: number
  onTake: (member: Member) => void
}

export function MentionChoices({ id, people, chosen, onTake }: MentionChoicesProps) {
  const meeting = useMeeting()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  return (
    <div ref={list} className={styles.choices} id={id} role="listbox" aria-label="Whom to mention">
      {people.map((member, position) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        <div
          key={member.personId}
          id={`${id}-${position}`}
          role="option"
          aria-selected={position === chosen}
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
          onClick={() => onTake(member)}
        >
          <Avatar name={member.name} colour={colourOf(meeting, member.personId)} size={20} decorative />
          {member.name}
        </div>
      ))}
    </div>
  )
}
