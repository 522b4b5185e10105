import type { Connection, Document, Extension } from '@hocuspocus/server'
import type { Clock } from '../../shared/clock.ts'
import type { MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { facilitatorOf } from '../../shared/meeting/meeting.ts'
import {
  contentDocumentName,
  parseDocumentName,
  presenceDocumentName,
} from '../../shared/wire/documentNames.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { ServerMessage } from '../../shared/wire/socketMessages.ts'
import type { AttendanceBook } from '../meetings/attendanceBook.ts'
import type { AccessDependencies } from './authorizeDocument.ts'
import type { Collaboration } from './collaboration.ts'
import type { DocumentContext, SocketPrincipal } from './socketContext.ts'
import { tell } from './tell.ts'
import { recheckAccess } from './watchAccess.ts'

export type MeetingPush = {
  /** Whoever connects to the content hears how the meeting stands. */
  extension: Extension<DocumentContext>
  tellMeeting: (connection: Connection, postmortemId: PostmortemId) => void
  /** To everyone in the room, as the log is now; and whoever may now do something else attaches anew. */
  publishMeeting: (meetingId: MeetingId) => void
  /** Everyone hears at once that the facilitator is gone, or back: a backup may then take over. */
  whenAttendanceChanges: (postmortemId: PostmortemId, personId: PersonId) => void
  tellGuestsChanged: Collaboration['tellGuestsChanged']
  tellCommentsChanged: Collaboration['tellCommentsChanged']
  tellAnswersChanged: Collaboration['tellAnswersChanged']
}

export function createMeetingPush({
  log,
  reading,
  attendance,
  clock,
  documents,
}: AccessDependencies & {
  attendance: AttendanceBook
  clock: Clock
  documents: () => ReadonlyMap<string, Document>
}): MeetingPush {
  const newestOf = (postmortemId: PostmortemId) => {
    const meetingId = log.meetingOf(postmortemId)
    return meetingId === null ? null : log.load(meetingId)
  }
  const messageOf = (snapshot: MeetingSnapshot): ServerMessage => {
    const facilitator = facilitatorOf(snapshot.meeting)
    const goneMs = facilitator ? attendance.of(snapshot.postmortemId).goneMs(facilitator.personId) : 0
    return { type: 'meeting', snapshot, facilitatorGoneSince: goneMs === 0 ? null : clock() - goneMs }
  }
  const tellMeeting = (connection: Connection, postmortemId: PostmortemId) => {
    const snapshot = newestOf(postmortemId)
    if (snapshot) tell(connection, messageOf(snapshot))
  }
  const tellEveryone = (snapshot: MeetingSnapshot) => {
    const content = documents().get(contentDocumentName(snapshot.postmortemId))
    content?.relayStateless(JSON.stringify(messageOf(snapshot)))
  }

  const tellThose = (
    postmortemId: PostmortemId,
    concerns: (principal: SocketPrincipal) => boolean,
    message: ServerMessage,
  ) => {
    const open = documents().get(contentDocumentName(postmortemId))
    for (const connection of open?.getConnections() ?? [])
      if (concerns(connection.context.principal)) tell(connection, message)
  }

  return {
    tellMeeting,
    extension: {
      extensionName: 'pushMeeting',
      connected: async ({ connection, documentName }) => {
        const name = parseDocumentName(documentName)
        const isIn = connection.document.hasConnection(connection)
        if (isIn && name?.kind === 'content') tellMeeting(connection, name.postmortemId)
      },
    },
    publishMeeting: (meetingId) => {
      const snapshot = log.load(meetingId)
      if (!snapshot) return
      tellEveryone(snapshot)
      const { postmortemId } = snapshot
      for (const name of [contentDocumentName(postmortemId), presenceDocumentName(postmortemId)]) {
        for (const connection of documents().get(name)?.getConnections() ?? [])
          recheckAccess(connection, { log, reading })
      }
    },
    tellGuestsChanged: (postmortemId, concerns) =>
      tellThose(postmortemId, concerns, { type: 'guestsChanged' }),
    tellCommentsChanged: (postmortemId) => tellThose(postmortemId, isPerson, { type: 'commentsChanged' }),
    tellAnswersChanged: (postmortemId) => tellThose(postmortemId, isPerson, { type: 'answersChanged' }),
    whenAttendanceChanges: (postmortemId, personId) => {
      const snapshot = newestOf(postmortemId)
      if (snapshot && facilitatorOf(snapshot.meeting)?.personId === personId) tellEveryone(snapshot)
    },
  }
}

const isPerson = ({ as }: SocketPrincipal): boolean => as === 'person'
