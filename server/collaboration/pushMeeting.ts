import type { Connection, Extension, Hocuspocus } from '@hocuspocus/server'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import {
  contentDocumentName,
  type DocumentName,
  parseDocumentName,
  presenceDocumentName,
} from '../../shared/wire/documentNames.ts'
import type { ServerMessage } from '../../shared/wire/socketMessages.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import { accessTo } from './authorizeDocument.ts'
import type { DocumentContext } from './socketContext.ts'
import { tell } from './tell.ts'

/** Whoever connects to the content hears how the meeting stands. */
export const pushMeeting = (log: MeetingLog): Extension<DocumentContext> => ({
  extensionName: 'pushMeeting',
  connected: async ({ connection, documentName }) => {
    const name = parseDocumentName(documentName)
    if (name?.kind === 'content') tellMeeting(connection, name.postmortemId, log)
  },
})

export function tellMeeting(connection: Connection, postmortemId: PostmortemId, log: MeetingLog): void {
  const meetingId = log.meetingOf(postmortemId)
  const snapshot = meetingId === null ? null : log.load(meetingId)
  if (snapshot) tell(connection, { type: 'meeting', snapshot })
}

/** To everyone in the room, as the log is now; and whoever may now do something else attaches anew. */
export function publishMeeting(
  hocuspocus: Hocuspocus<DocumentContext>,
  log: MeetingLog,
  meetingId: MeetingId,
): void {
  const snapshot = log.load(meetingId)
  if (!snapshot) return
  const { postmortemId } = snapshot
  const content = hocuspocus.documents.get(contentDocumentName(postmortemId))
  content?.relayStateless(JSON.stringify({ type: 'meeting', snapshot } satisfies ServerMessage))
  for (const connection of content?.getConnections() ?? []) {
    recheck(connection, { kind: 'content', postmortemId }, log)
  }
  const presence = hocuspocus.documents.get(presenceDocumentName(postmortemId))
  for (const connection of presence?.getConnections() ?? []) {
    recheck(connection, { kind: 'presence', postmortemId }, log)
  }
}

/** The name and colour are taken over at once; what someone may do is decided anew, at the one door for it. */
function recheck(connection: Connection<DocumentContext>, name: DocumentName, log: MeetingLog): void {
  const { context } = connection
  const access = accessTo(name, context.principal, log)
  if (access.ok && access.value.cannotWrite === context.access?.cannotWrite) {
    context.access = access.value
    return
  }
  context.closedDocuments.add(connection.document.name)
  connection.close(closeCodes.accessChanged)
}
