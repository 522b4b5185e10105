import { Send } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useMeeting } from '../../room/useMeeting.ts'
import { useServerNow } from '../../room/useServerNow.ts'
import { viewerZone } from '../../room/viewerZone.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Material.module.css'
import { leadInWords, openedInWords, otherStartInWords, sentInWords } from './materialInWords.ts'
import { NotArrived } from './NotArrived.tsx'
import { SendMaterial } from './SendMaterial.tsx'
import { useMaterial } from './useMaterial.ts'

/** What goes out before the meeting: whether it has, to how many, and how many have opened it. */
export function Material({ moveMeeting }: { moveMeeting: ReactNode }) {
  const { data, error, isFetching, refetch } = useMaterial()
  const { startsAt, status } = useMeeting()
  const now = useServerNow(10_000)
  const [isSending, setSending] = useState(false)
  if (status !== 'scheduled' || now === null) return null
  const seen = { now, zone: viewerZone() }
  const opened = data && openedInWords(data)
  const otherStart = data && otherStartInWords(data.sendings, startsAt, seen)
  const late = data?.desk && data.sendings.length === 0 ? leadInWords(startsAt, now) : null
  return (
    <section className={styles.material} aria-labelledby="material">
      <h2 id="material">Material</h2>
      {error && (
        <Notice
          tone="late"
          role="alert"
          title={data ? 'This may be out of date.' : 'It could not be read whether it was sent.'}
          actions={
            <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {error.sentence}
        </Notice>
      )}
      {!data && !error && <Skeleton rows={2} label="Looking whether the material was sent" />}
      {data && <p>{sentInWords(data.sendings, now, seen.zone)}</p>}
      {opened && <p>{opened}</p>}
      {otherStart && <p className={styles.late}>{otherStart}</p>}
      {late && (
        <p className={styles.late}>
          {late} {moveMeeting}
        </p>
      )}
      {data?.desk && (
        <>
          <NotArrived people={data.desk.people} />
          <Button size="sm" onClick={() => setSending(true)}>
            <Send aria-hidden="true" />
            {data.sendings.length === 0 ? 'Send the material' : 'Send it to others'}
          </Button>
          {isSending && <SendMaterial desk={data.desk} onClose={() => setSending(false)} />}
        </>
      )}
    </section>
  )
}
