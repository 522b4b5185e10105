import { useState } from 'react'
import { formatWords, isWaived } from '../../../shared/triage/reviewFormats.ts'
import { useMeeting, useMyRole } from '../../room/useMeeting.ts'
import { useTriage } from '../../room/useTriage.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { DecideFormat } from './DecideFormat.tsx'
import styles from './Triage.module.css'
import { useFacts } from './useFacts.ts'

/** That this is not reviewed, and why; and the way to review it after all, for whoever takes part. */
export function LogEntryNotice() {
  const { status } = useMeeting()
  const role = useMyRole()
  const [isAsking, setAsking] = useState(false)
  const { data } = useTriage({ isAsked: status === 'scheduled' && role !== null })
  const facts = useFacts(data?.known.circumstances)
  const newest = data?.triages[0]
  if (!newest || !isWaived(newest.format) || status !== 'scheduled') return null
  return (
    <div className={styles.logEntry}>
      <Notice
        title={`${formatWords[newest.format].name}: this is not reviewed.`}
        actions={
          role !== 'observer' && (
            <Button size="sm" onClick={() => setAsking(true)}>
              Review it after all
            </Button>
          )
        }
      >
        {newest.reason}
      </Notice>
      {isAsking && facts && (
        <DecideFormat
          facts={facts}
          title="Review it after all"
          verb="Review it"
          first="full"
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
