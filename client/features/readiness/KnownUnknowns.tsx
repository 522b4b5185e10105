import { Plus } from 'lucide-react'
import { addCard } from '../../../shared/content/cards.ts'
import type { CardId } from '../../../shared/ids.ts'
import { knownUnknowns } from '../../../shared/readiness/knownUnknowns.ts'
import type { ReadinessItem } from '../../../shared/readiness/readiness.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { reversibly } from '../../room/reversibly.ts'
import { newId } from '../../room/room.ts'
import { useCards } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import styles from './Readiness.module.css'

/** What is not known, as questions. One press puts one among the open questions, in the name of whoever pressed. */
export function KnownUnknowns({ items }: { items: readonly ReadinessItem[] }) {
  const room = useRoom()
  const mayEdit = useMayEdit()
  const unknowns = knownUnknowns(items, useCards())
  if (!mayEdit || unknowns.length === 0) return null
  const ask = (text: string) => {
    const { contentDoc, origin, me, now } = room
    const card = { id: newId<CardId>(), kind: 'question', text, by: me?.personId ?? null } as const
    const takeBack = reversibly(room, () => addCard(contentDoc, { ...card, createdAt: now() }, origin))
    showToast('Put among the open questions', { onUndo: takeBack })
  }
  return (
    <details className={styles.unknowns}>
      <summary>
        Not known yet <span className={styles.count}>{unknowns.length}</span>
      </summary>
      <p className={styles.about}>
        What cannot be found out before the meeting can be an open question in it.
      </p>
      <ul className={styles.items}>
        {unknowns.map(({ key, question }) => (
          <li key={key} className={styles.unknown}>
            <span>{question}</span>
            <Button size="sm" kind="quiet" onClick={() => ask(question)}>
              <Plus aria-hidden="true" />
              Ask<span className="vh">: {question}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
