import { useState } from 'react'
import { MOST_MARK_REASON } from '../../../shared/content/preparationMarks.ts'
import type { Expected } from '../../../shared/people/coverage.ts'
import { usePreparationMarks } from '../../room/useContent.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import { usePreparationEdits } from '../../room/usePreparationEdits.ts'
import { Button } from '../../ui/Button.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './Roles.module.css'

/** Someone who is spoken of and not here: why they are expected, and what is done about it. */
export function ExpectedRow({ one }: { one: Expected }) {
  const mayEdit = useMayEdit()
  const { mark, takeBack } = usePreparationEdits()
  const [isWaiving, setWaiving] = useState(false)
  const { markId, name, state, reason } = one
  // Whoever has an invitation is invited without anybody's word, and there is none to take back.
  const isMarked = usePreparationMarks().some(({ id }) => id === markId)
  const of = <span className="vh">: {name}</span>
  return (
    <li>
      <span className={styles.what}>
        <b>{one.kind === 'team' ? `Team ${name}` : name}</b>
        <small>{whyExpected(one)}</small>
      </span>
      <span className={styles.buttons}>
        {state === 'missing' && <Tag tone="late">Not invited</Tag>}
        {state === 'invited' && <Tag>Invited</Tag>}
        {state === 'notNeeded' && <small>Need not come: {reason || 'no reason given'}</small>}
        {mayEdit && state === 'missing' && (
          <>
            <Button size="sm" onClick={() => mark(markId, 'invited')}>
              Mark as invited{of}
            </Button>
            <Button size="sm" kind="quiet" onClick={() => setWaiving(true)}>
              Need not come…{of}
            </Button>
          </>
        )}
        {mayEdit && isMarked && (
          <Button size="sm" kind="quiet" onClick={() => takeBack(markId)}>
            Take back{of}
          </Button>
        )}
      </span>
      {isWaiving && (
        <ReasonDialog
          title={`${name} need not come`}
          about="The reason is kept with the postmortem."
          verb="Go without"
          mostLetters={MOST_MARK_REASON}
          onConfirm={(why) => mark(markId, 'notNeeded', why)}
          onClose={() => setWaiving(false)}
        />
      )}
    </li>
  )
}

function whyExpected({ eventIds, roles, ownsAction }: Expected): string {
  const events = eventIds.length === 1 ? 'one event' : `${eventIds.length} events`
  return [
    ...(eventIds.length > 0 ? [`named in ${events}`] : []),
    ...roles,
    ...(ownsAction ? ['owns an action'] : []),
  ].join(' · ')
}
