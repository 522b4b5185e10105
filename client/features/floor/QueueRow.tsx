import { useState } from 'react'
import type { Turn } from '../../../shared/meeting/turnQueue.ts'
import { figuresOf } from '../../room/clockReading.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useShortName } from '../../room/shortName.ts'
import { turnInWords } from '../../room/turnKindWords.ts'
import { usePerson } from '../../room/usePerson.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './Floor.module.css'
import { HandForm } from './HandForm.tsx'
import { useHand } from './useHand.ts'

/** One who waits. One's own row says the place in words, and can be changed. */
export function QueueRow({ turn, place }: { turn: Turn; place: number }) {
  const { me } = useRoom()
  const person = usePerson(turn.personId)
  const name = useShortName(turn.personId)
  const now = useServerNow()
  const hand = useHand()
  const [isEditing, setEditing] = useState(false)
  const isMine = me?.personId === turn.personId
  return (
    <li className={styles.turn} data-mine={isMine || undefined}>
      <span className={styles.place}>{place + 1}</span>
      <Avatar name={person.name} colour={person.colour} size={20} decorative />
      <div>
        {isMine ? `You are ${placeInWords(place)}` : name}
        {isEditing ? (
          <HandForm turn={turn} onSay={hand.say} onClose={() => setEditing(false)} />
        ) : (
          <small>{turnInWords(turn)}</small>
        )}
      </div>
      {isMine && !isEditing ? (
        <Button size="sm" kind="quiet" {...hand.button} onClick={() => setEditing(true)}>
          {turn.note === '' ? 'Add a note' : 'Edit'}
        </Button>
      ) : (
        <span className={styles.waited}>
          {now !== null && !isEditing && figuresOf(Math.max(0, now - turn.raisedAt))}
        </span>
      )}
    </li>
  )
}

const ordinals = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
export const placeInWords = (place: number): string => ordinals[place] ?? `number ${place + 1}`
