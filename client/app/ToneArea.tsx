import { useIncident } from '../room/useIncident.ts'
import { useMeeting } from '../room/useMeeting.ts'
import styles from './WorkArea.module.css'

/** The agreement the meeting stands on. */
export function ToneArea() {
  const title = useIncident()?.title
  const { members } = useMeeting()
  return (
    <div className={styles.page}>
      <ul className={`say ${styles.tone}`}>
        <li>Everyone acted on what they could see at the time. We look for what that was.</li>
        <li>We say what was visible, possible, missing or slow. Names belong to voices, not to events.</li>
        <li>“I do not know” is an answer, and a question for the third column.</li>
      </ul>
      {title && (
        <p className={styles.aside}>
          {members.length === 1 ? 'One person has' : `${members.length} people have`} joined to look at “
          {title}”.
        </p>
      )}
    </div>
  )
}
