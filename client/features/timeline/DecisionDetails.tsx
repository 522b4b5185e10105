import { useState } from 'react'
import type { TimelineEvent } from '../../../shared/content/timeline.ts'
import { writtenParts } from '../../../shared/timeline/decisionInWords.ts'
import { useMayEdit } from '../../room/useMeeting.ts'
import styles from './DecisionDetails.module.css'
import { DecisionDialog } from './DecisionDialog.tsx'

/** What a decision was made under, and where nobody has said it yet, the question. */
export function DecisionDetails({ timelineEvent }: { timelineEvent: TimelineEvent }) {
  const mayEdit = useMayEdit()
  const [isDescribing, setDescribing] = useState(false)
  const parts = writtenParts(timelineEvent)
  if (timelineEvent.kind !== 'decision') return null
  return (
    <>
      {parts.length > 0 && (
        <dl className={styles.parts}>
          {parts.map(({ part, name, words }) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayEdit && (
        <button type="button" className={styles.ask} onClick={() => setDescribing(true)}>
          {parts.length > 0 ? 'Change what was known' : 'What information was available at this moment?'}
        </button>
      )}
      {isDescribing && <DecisionDialog timelineEvent={timelineEvent} onClose={() => setDescribing(false)} />}
    </>
  )
}
