import { useQueryClient } from '@tanstack/react-query'
import {
  type AccountSession,
  endOtherSessionsEndpoint,
  endSessionEndpoint,
} from '../../../shared/wire/account.ts'
import { callApi } from '../../room/callApi.ts'
import { useSending } from '../../room/useSending.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/liveRegions.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Account.module.css'
import { accountQuery } from './accountQuery.ts'
import { SessionRow } from './SessionRow.tsx'

/** Every browser this person is signed in on. */
export function Sessions({ sessions }: { sessions: readonly AccountSession[] }) {
  const queryClient = useQueryClient()
  const { send, problem, isSending } = useSending()
  const ended = (words: string) => async () => {
    announce(words)
    await queryClient.invalidateQueries(accountQuery)
  }
  const end = ({ sessionId }: AccountSession) =>
    send(() => callApi(endSessionEndpoint, { params: { sessionId } }), ended('That session has ended'))
  const endOthers = () =>
    send(() => callApi(endOtherSessionsEndpoint, { params: {} }), ended('All other sessions have ended'))
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            isBusy={isSending}
            onEnd={() => void end(session)}
          />
        ))}
      </ul>
      {problem && (
        <div className={styles.problem}>
          <Notice tone="late" role="alert">
            {problem.sentence}
          </Notice>
        </div>
      )}
      {sessions.some(({ isThis }) => !isThis) && (
        <div className={styles.actions}>
          <Button busy={isSending} onClick={() => void endOthers()}>
            End all others
          </Button>
        </div>
      )}
    </section>
  )
}
