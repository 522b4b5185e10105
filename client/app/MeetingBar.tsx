import { RestrictedMark } from '../features/audience/RestrictedMark.tsx'
import { CommentsInBar } from '../features/comments/CommentsInBar.tsx'
import { KeyboardOverlay } from '../features/keys/KeyboardOverlay.tsx'
import { Faces } from '../features/people-here/Faces.tsx'
import { PeopleCount } from '../features/people-here/PeopleCount.tsx'
import { SaveStateWords } from '../features/saving/SaveStateWords.tsx'
import { useRoom } from '../room/RoomProvider.tsx'
import { useIncident } from '../room/useIncident.ts'
import { usePerson } from '../room/usePerson.ts'
import { Severity } from '../ui/Severity.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { AppBar } from './AppBar.tsx'
import { Invite } from './Invite.tsx'
import styles from './MeetingBar.module.css'
import { ReviewTabs } from './ReviewTabs.tsx'

export function MeetingBar({ title }: { title: string }) {
  const severity = useIncident()?.severity ?? null
  const { colour } = usePerson(useRoom().me?.personId ?? null)
  return (
    <AppBar
      named={false}
      end={
        <>
          <SaveStateWords />
          <Faces />
          <PeopleCount />
          <span className={styles.tools}>
            <CommentsInBar />
            <Invite />
            <span className={styles.keys}>
              <KeyboardOverlay />
            </span>
            <AccountMenu colour={colour} />
          </span>
        </>
      }
    >
      <h1 className={styles.title} title={title}>
        {severity && (
          <span className={styles.severity}>
            <Severity>{severity}</Severity>
          </span>
        )}
        <span>{title}</span>
      </h1>
      <RestrictedMark />
      <ReviewTabs />
    </AppBar>
  )
}
