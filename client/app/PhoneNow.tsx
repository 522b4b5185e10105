import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { horizonInWords } from '../../shared/time/horizonInWords.ts'
import { Notes } from '../features/notes/Notes.tsx'
import { AddCardForm } from '../features/phone/AddCardForm.tsx'
import { JustAdded } from '../features/phone/JustAdded.tsx'
import { useHorizon } from '../room/horizonView.tsx'
import { useTimeline } from '../room/useContent.ts'
import { useIncident } from '../room/useIncident.ts'
import { useMayEdit, useMeeting } from '../room/useMeeting.ts'
import { MeetingState } from './MeetingState.tsx'
import styles from './PhoneMeeting.module.css'
import { promptOf } from './promptOf.ts'
import type { OpenedItem } from './useOpenedItem.ts'

const route = getRouteApi('/person/p/$postmortemId')

type PhoneNowProps = { opened: OpenedItem; mayAdd: boolean; children: ReactNode }

/** The question of the moment, who speaks, and a card of one's own. */
export function PhoneNow({ opened, mayAdd, children }: PhoneNowProps) {
  const meeting = useMeeting()
  const mayEdit = useMayEdit()
  const { horizonAt } = useHorizon()
  const timeline = useTimeline()
  const zone = useIncident()?.zone ?? 'UTC'
  const params = route.useParams()
  const { item } = opened
  return (
    <div className={styles.now}>
      {item && (
        <div>
          {horizonAt !== null && (
            <p className={styles.eyebrow}>Seen from {horizonInWords(horizonAt, timeline, zone)}</p>
          )}
          <p className={`say ${styles.question}`}>{promptOf(meeting, item)}</p>
          <MeetingState opened={opened} />
        </div>
      )}
      {children}
      {mayAdd && mayEdit && <AddCardForm isAboutGood={item?.step === 'wentWell'} />}
      <JustAdded />
      {item && (
        <div className={styles.notes}>
          <Notes itemId={item.id} itemTitle="" />
        </div>
      )}
      {meeting.status === 'scheduled' && (
        <Link to="/p/$postmortemId/prepare" params={params} className={styles.report}>
          The questions before we meet
        </Link>
      )}
      <Link to="/p/$postmortemId/report" params={params} className={styles.report}>
        The report so far
      </Link>
      <Link to="/p/$postmortemId/history" params={params} className={styles.report}>
        What it was like before
      </Link>
    </div>
  )
}
