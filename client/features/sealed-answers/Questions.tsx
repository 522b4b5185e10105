import { participantQuestionIds, participantQuestions } from '../../../shared/guide/participantQuestions.ts'
import styles from './Questions.module.css'

/** What everyone is asked before the meeting. */
export const Questions = () => (
  <section aria-labelledby="questions">
    <header className={styles.head}>
      <h2 id="questions">Questions</h2>
      <span className={styles.count}>{participantQuestionIds.length}, before we meet</span>
    </header>
    <ol className={styles.list}>
      {participantQuestionIds.map((id) => (
        <li key={id} className={styles.question}>
          <p className={styles.asked}>{participantQuestions[id]}</p>
        </li>
      ))}
    </ol>
  </section>
)
