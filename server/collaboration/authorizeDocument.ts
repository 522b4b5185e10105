import type { Extension } from '@hocuspocus/server'
import { can, mayEditContent, roleOf, type Sender } from '../../shared/meeting/capabilities.ts'
import { colourOf, memberOf } from '../../shared/meeting/meeting.ts'
import type { RefusalReason } from '../../shared/meeting/refusals.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { type DocumentName, parseDocumentName } from '../../shared/wire/documentNames.ts'
import type { PresentPerson } from '../../shared/wire/presence.ts'
import type { MeetingLog } from '../meetings/meetingLog.ts'
import type { Reading } from '../people/reading.ts'
import type { DocumentContext, SocketContext, SocketPrincipal } from './socketContext.ts'

export type Access = {
  /** The document's name, parsed once: it is asked for with every message. */
  name: DocumentName
  /** Why this connection may not write; null if it may. */
  cannotWrite: RefusalReason | null
  /** As whom the others see it; null for the shared screen, which nobody sees. */
  shown: PresentPerson | null
  /** When it is over by itself, in ms; null where it is not. */
  until: number | null
}

export type AccessDependencies = { log: MeetingLog; reading: Reading }

/** What a principal may do with a document now. The only place that decides it. */
export function accessTo(
  name: DocumentName,
  principal: SocketPrincipal,
  { log, reading }: AccessDependencies,
): Result<Access, RefusalReason> {
  if (!reading.mayRead(principal, name.postmortemId)) return refuse('noSuchMeeting')
  const meetingId = log.meetingOf(name.postmortemId)
  const snapshot = meetingId === null ? null : log.load(meetingId)
  if (!snapshot) return refuse('noSuchMeeting')
  const { meeting } = snapshot
  const until = reading.visitOf(principal, name.postmortemId)?.until ?? null
  if (principal.as === 'projector') {
    if (name.kind === 'presence') return refuse('readsOnly')
    return ok({ name, cannotWrite: 'readsOnly', shown: null, until })
  }
  const { personId } = principal.person
  const member = memberOf(meeting, personId)
  if (!member) return refuse('notAMember')
  const sender: Sender = { as: 'person', personId }
  const shown = { personId, name: member.name, colour: colourOf(meeting, personId) }
  // Presence travels as awareness; the document behind it stays empty.
  if (name.kind === 'presence') return ok({ name, cannotWrite: 'malformedRequest', shown, until })
  if (mayEditContent(meeting, sender)) return ok({ name, cannotWrite: null, shown, until })
  const isOverForThem = meeting.status === 'ended' && can(roleOf(meeting, sender), 'editContent')
  return ok({ name, cannotWrite: isOverForThem ? 'meetingEnded' : 'readsOnly', shown, until })
}

/** … and on this socket. */
export function accessOn(
  { principal, cannotWrite }: SocketContext,
  name: DocumentName,
  dependencies: AccessDependencies,
): Result<Access, RefusalReason> {
  const access = accessTo(name, principal, dependencies)
  if (!access.ok) return access
  return ok({ ...access.value, cannotWrite: access.value.cannotWrite ?? cannotWrite })
}

/** Runs before a document is created or loaded. A refusal reaches the page as "authentication failed". */
export const authorizeDocument = (dependencies: AccessDependencies): Extension<DocumentContext> => ({
  extensionName: 'authorizeDocument',
  onAuthenticate: async ({ documentName, context, connectionConfig }) => {
    const name = parseDocumentName(documentName)
    const access = name ? accessOn(context, name, dependencies) : refuse('noSuchMeeting' as const)
    if (!access.ok) {
      context.askedFor.delete(documentName)
      throw denial(access.problem)
    }
    connectionConfig.readOnly = access.value.cannotWrite !== null
    return { access: access.value }
  },
})

/** Without a `message`, so that an expected no is not printed as an error. */
const denial = (reason: RefusalReason) => ({ reason })
