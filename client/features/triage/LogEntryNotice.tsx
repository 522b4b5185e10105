import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatWords, isWaived } from '../../../shared/triage/reviewFormats.ts'
import { readTriageEndpoint } from '../../../shared/wire/triage.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'
import { useRoom } from '../../room/RoomProvider.tsx'
import { useMeeting, useMyRole } from '../../room/useMeeting.ts'
import { useValue } from '../../room/valueStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReviewAfterAll } from './ReviewAfterAll.tsx'
import styles from './Triage.module.css'

const MS_BETWEEN_LOOKS = 15_000

/** That this is not reviewed, and why; and the way to review it after all, for whoever takes part. */
export function LogEntryNotice() {
  const { postmortemId, connection } = useRoom()
  const queryClient = useQueryClient()
  const { status } = useMeeting()
  const role = useMyRole()
  const isLive = useValue(connection).is === 'live'
  const [isAsking, setAsking] = useState(false)
  const key = ['triage', postmortemId]
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => orThrow(callApi(readTriageEndpoint, { params: { postmortemId } })),
    enabled: isLive && status === 'scheduled' && role !== null,
    refetchInterval: MS_BETWEEN_LOOKS, // somebody else may decide meanwhile
  })
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
      {isAsking && (
        <ReviewAfterAll
          facts={newest.facts}
          onDone={() => {
            setAsking(false)
            void queryClient.invalidateQueries({ queryKey: key })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
