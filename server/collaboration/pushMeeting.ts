import type { Connection, Document, Extension } from '@hocuspocus/server'
import type { Clock } from '../../shared/clock.ts'
import type { MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import { facilitatorOf } from '../../shared/meeting/meeting.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { contentDocumentName, type DocumentName, parseDocumentName } from '../../shared/wire/documentNames.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import type { ServerMessage } from '../../shared/wire/socketMessages.ts'
import type { AttendanceBook } from '../meetings/attendanceBook.ts'
import { type AccessDependencies, accessOn } from './authorizeDocument.ts'
import type { DocumentContext } from './socketContext.ts'
import { tell } from './tell.ts'

export type MeetingPush = {
  /** Whoever connects to the content hears how the meeting stands. */
  extension: Extension<DocumentContext>
  tellMeeting: (connection: Connection, postmortemId: PostmortemId) => void
  /** To everyone in the room, as the log is now; and whoever may now do something else attaches anew. */
  publishMeeting: (meetingId: MeetingId) => void
  /** Everyone hears at once that the facilitator is gone, or back: a backup may then take over. */
  whenAttendanceChanges: (postmortemId: PostmortemId, personId: PersonId) => void
  /** Looks at every open document again: whoever may not read it any more hears nothing more of it. */
  recheckAll: () => void
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

  return {
    tellMeeting,
    extension: {
      extensionName: 'pushMeeting',
      connected: async ({ connection, documentName }) => {
        const name = parseDocumentName(documentName)
        if (name?.kind === 'content') tellMeeting(connection, name.postmortemId)
      },
    },
    publishMeeting: (meetingId) => {
      const snapshot = log.load(meetingId)
      if (!snapshot) return
      tellEveryone(snapshot)
      const { postmortemId } = snapshot
      const names: DocumentName[] = [
        { kind: 'content', postmortemId },
        { kind: 'presence', postmortemId },
      ]
      for (const name of names) {
        const open = documents().get(`${name.kind}.${postmortemId}`)
        for (const connection of open?.getConnections() ?? []) recheck(connection, name, { log, reading })
      }
    },
    recheckAll: () => {
      for (const document of documents().values()) {
        const name = parseDocumentName(document.name)
        for (const connection of name ? document.getConnections() : [])
          if (name) recheck(connection, name, { log, reading })
      }
    },
    whenAttendanceChanges: (postmortemId, personId) => {
      const snapshot = newestOf(postmortemId)
      if (snapshot && facilitatorOf(snapshot.meeting)?.personId === personId) tellEveryone(snapshot)
    },
  }
}

/** The name and colour are taken over at once; what someone may do is decided anew, at the one door for it. */
function recheck(
  connection: Connection<DocumentContext>,
  name: DocumentName,
  dependencies: AccessDependencies,
): void {
  const { context } = connection
  const access = accessOn(context, name, dependencies)
  if (access.ok && access.value.cannotWrite === context.access?.cannotWrite) {
    context.access = access.value
    return
  }
  context.closedDocuments.add(connection.document.name)
  connection.close(closeCodes.accessChanged)
}
