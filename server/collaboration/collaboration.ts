import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type * as Y from 'yjs'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import type { DueCheckpoint } from '../history/checkpointRows.ts'
import type { Figures } from '../operating/metrics.ts'
import type { SocketPrincipal } from './socketContext.ts'

/** What the rest of the server needs of the collaboration server. */
export type Collaboration = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Pushes the meeting as the log has it now to everyone in its room, and re-checks what each may do there. */
  publishMeeting: (meetingId: MeetingId) => void
  /**
   * Someone may read less than before, or a session has ended: looks at every socket and every document on it again. What
   * is lost is closed before this returns.
   */
  recheckAccess: () => void
  /** Tells those in the room whom it concerns that guests came or went. */
  tellGuestsChanged: (postmortemId: PostmortemId, concerns: (principal: SocketPrincipal) => boolean) => void
  /** Tells every person in the room, and no shared screen, that there is something to ask for. */
  tellCommentsChanged: (postmortemId: PostmortemId) => void
  /** The same of answers that were opened or made more private. */
  tellAnswersChanged: (postmortemId: PostmortemId) => void
  /** The content as it stands this moment, edits not yet on disk included. A copy: writing to it changes nothing. */
  readContent: (postmortemId: PostmortemId) => Promise<Y.Doc>
  /** Reads the content at once, and resolves when it is on disk, together with every edit it holds. */
  keepCheckpoint: (due: DueCheckpoint, readAt: number) => Promise<void>
  /** What is open, who is here, and what is not on disk yet. */
  figures: () => Omit<Figures, 'databaseBytes' | 'backupAgeSeconds'>
  /** Whether there is content the disk did not take. */
  isTroubled: () => boolean
  /** Stores what is pending, then hangs up on everyone. */
  close: () => Promise<void>
}
