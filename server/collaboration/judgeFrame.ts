import { MessageType } from '@hocuspocus/server'
import type { CloseReason } from '../../shared/wire/closeCodes.ts'
import { parseDocumentName } from '../../shared/wire/documentNames.ts'
import type { Frame } from './readFrame.ts'
import type { SocketContext } from './socketContext.ts'

const MOST_NAMES_REMEMBERED = 8

/** Why a frame ends its socket; null for a good one. */
export function whatIsWrong(frame: Frame | null, bytes: number, context: SocketContext): CloseReason | null {
  const { meters } = context
  if (!meters.messages(1) || !meters.bytes(bytes)) return 'tooMuch'
  if (!frame) return 'malformedMessage'
  // Before anything is created for it: a document's name comes from the browser.
  if (!namesDocument(frame, context)) return 'noSuchMeeting'
  if (frame.type === MessageType.Auth && !meters.attachments(1)) return 'tooMuch'
  return null
}

function namesDocument({ documentName }: Frame, { knownNames }: SocketContext): boolean {
  if (knownNames.has(documentName)) return true
  if (!parseDocumentName(documentName)) return false
  if (knownNames.size < MOST_NAMES_REMEMBERED) knownNames.add(documentName)
  return true
}

/** Whether a page lets go of a document that the server has closed already. */
export function isStale(frame: Frame | null, { closedDocuments }: SocketContext): boolean {
  if (frame?.type === MessageType.Auth) closedDocuments.delete(frame.documentName)
  return frame?.type === MessageType.CLOSE && closedDocuments.has(frame.documentName)
}
