import { markIdOf } from '../../../shared/content/preparationMarks.ts'
import { facilitatorOf } from '../../../shared/meeting/meeting.ts'
import type { Expected } from '../../../shared/people/coverage.ts'
import { facilitatorNeutrality } from '../../../shared/people/facilitatorNeutrality.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { usePreparationMarks, useRoleHolders } from '../../room/useContent.ts'
import { useIncident } from '../../room/useIncident.ts'
import { useMeeting } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Roles.module.css'

/** What speaks against this facilitator. Whether they manage someone here, only they can say. */
export function Neutrality({ coverage }: { coverage: readonly Expected[] }) {
  const meeting = useMeeting()
  const severity = useIncident()?.severity ?? null
  const [roleHolders, marks] = [useRoleHolders(), usePreparationMarks()]
  const { me } = useRoom()
  const { mark, takeBack } = usePreparationEdits()
  const facilitator = facilitatorOf(meeting)
  if (!facilitator) return null
  const markId = markIdOf('manages', facilitator.personId)
  const isMe = facilitator.personId === me?.personId
  const notes = facilitatorNeutrality({ meeting, severity, roleHolders, marks, coverage })
  const advice = notes.filter(({ kind }) => kind === 'advice')
  const isAsked = notes.some(({ kind }) => kind === 'asks')
  return (
    <div className={styles.notes}>
      {advice.length > 0 && (
        <Notice tone="late" title="Is the facilitator neutral?">
          {advice.map(({ sentence }) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {isMe && isAsked && (
        <Notice
          title="You facilitate. Do you manage anybody who takes part?"
          actions={
            <>
              <Button size="sm" onClick={() => mark(markId, 'no')}>
                No
              </Button>
              <Button size="sm" onClick={() => mark(markId, 'yes')}>
                Yes
              </Button>
            </>
          }
        >
          Everybody here can see the answer.
        </Notice>
      )}
      {isMe && !isAsked && (
        <Button size="sm" kind="quiet" onClick={() => takeBack(markId)}>
          Answer again whether you manage anybody here
        </Button>
      )}
    </div>
  )
}
