import styles from './AttachedTo.module.css'
import type { PendingAttachment } from './attaching.ts'

/** How far an attachment is, with the way to call it off; or why it did not get there, until somebody has read it. */
export function PendingLine({ pending }: { pending: PendingAttachment }) {
  const { name } = pending
  if (pending.is === 'busy') {
    return (
      <p className={styles.pending} role="status">
        {pending.doing} {name}…{' '}
        <button type="button" className="linkish" onClick={pending.cancel}>
          Cancel
        </button>
      </p>
    )
  }
  return (
    <p className={styles.failed} role="alert">
      <b>{name}</b> {pending.problem}{' '}
      {pending.again && (
        <button type="button" className="linkish" onClick={pending.again}>
          Try again
        </button>
      )}{' '}
      <button type="button" className="linkish" onClick={pending.dismiss}>
        Dismiss
      </button>
    </p>
  )
}
