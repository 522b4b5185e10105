import type { ReactNode } from 'react'
import { AttachingProvider } from '../features/attachments/AttachingProvider.tsx'
import { CommentsPanel } from '../features/comments/CommentsPanel.tsx'
import { EvidenceImportProvider } from '../features/evidence/EvidenceImportProvider.tsx'
import { FacilitatesNow } from '../features/failover/FacilitatesNow.tsx'
import { FacilitatorLost } from '../features/failover/FacilitatorLost.tsx'
import { TakeBack } from '../features/failover/TakeBack.tsx'
import { FloorAnnouncer } from '../features/floor/FloorAnnouncer.tsx'
import { LobbyNotice } from '../features/guests/LobbyNotice.tsx'
import { NoteOpening } from '../features/material/NoteOpening.tsx'
import { ContentDamaged } from '../features/saving/ContentDamaged.tsx'
import { KeepsNothing } from '../features/saving/KeepsNothing.tsx'
import { NotTakenOver } from '../features/saving/NotTakenOver.tsx'
import { MeetingTitle } from '../features/timebox/MeetingTitle.tsx'
import { TimeboxAnnouncer } from '../features/timebox/TimeboxAnnouncer.tsx'
import { LogEntryNotice } from '../features/triage/LogEntryNotice.tsx'
import { CommentsProvider } from '../room/CommentsProvider.tsx'
import { HorizonProvider } from '../room/horizonView.tsx'
import { useRoom } from '../room/RoomProvider.tsx'
import { useIncident } from '../room/useIncident.ts'
import { useUndo } from '../room/useUndo.ts'
import { useValue } from '../room/valueStore.ts'
import { MeetingBar } from './MeetingBar.tsx'
import styles from './MeetingShell.module.css'
import { RefusedPage } from './RefusedPage.tsx'
import { Trouble } from './Trouble.tsx'
import { useRegions } from './useRegions.ts'

/** What the tabs of one postmortem share: the bar, the announcements, the notice of a refusal. */
export function MeetingShell({ children }: { children: ReactNode }) {
  const { connection, save } = useRoom()
  const state = useValue(connection)
  const isOffline = useValue(save).is === 'offline'
  const title = useIncident()?.title ?? 'Postmortem'
  useRegions()
  useUndo()
  if (state.is === 'refused') return <RefusedPage refusal={state} />
  return (
    <CommentsProvider>
      <div className={styles.shell} data-offline={isOffline || undefined}>
        <MeetingTitle title={title} />
        <TimeboxAnnouncer />
        <FloorAnnouncer />
        <NoteOpening />
        <MeetingBar title={title} />
        <Trouble />
        <ContentDamaged />
        <NotTakenOver />
        <KeepsNothing />
        <FacilitatorLost />
        <TakeBack />
        <FacilitatesNow />
        <LobbyNotice />
        <LogEntryNotice />
        <AttachingProvider>
          <EvidenceImportProvider>
            <HorizonProvider>{children}</HorizonProvider>
          </EvidenceImportProvider>
        </AttachingProvider>
        <CommentsPanel />
      </div>
    </CommentsProvider>
  )
}
