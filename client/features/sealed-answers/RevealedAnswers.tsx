import type { RevealedAnswer } from '../../../shared/wire/sealedAnswers.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { MakeCard } from './MakeCard.tsx'
import styles from './RevealedAnswers.module.css'

/** What was answered, in the order in which it was shuffled once for everyone. */
export function RevealedAnswers({ answers }: { answers: readonly RevealedAnswer[] }) {
  const mayEdit = useMayEdit()
  if (answers.length === 0) return <p className={styles.none}>Nobody answered this one.</p>
  return (
    <ul className={styles.answers}>
      {answers.map((answer, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: their order never changes
        <li key={position} className={styles.answer}>
          <blockquote className={styles.text}>{answer.text}</blockquote>
          <p className={styles.foot}>
            <span>{answer.by?.name ?? 'Without a name'}</span>
            {mayEdit && <MakeCard answer={answer} />}
          </p>
        </li>
      ))}
    </ul>
  )
}
