import { MessageType } from '@hocuspocus/server'
import type { CloseReason } from '../../shared/wire/closeCodes.ts'
import { parseDocumentName } from '../../shared/wire/documentNames.ts'
import type { Limits } from '../limits.ts'
import type { Frame } from './readFrame.ts'
import type { SocketContext } from './socketContext.ts'

const MOST_NAMES_REMEMBERED = 8

/** Why a frame ends its socket; null for a good one. */
export function whatIsWrong(
  frame: Frame | null,
  bytes: number,
  context: SocketContext,
  limits: Limits,
): CloseReason | null {
  const { meters } = context
  if (!meters.messages(1) || !meters.bytes(bytes)) return 'tooMuch'
  if (!frame) return 'malformedMessage'
  // Before the library reads it: it would answer even one whose socket is being closed.
  if (frame.payload && frame.payload.length > mostBytesOf(frame, limits)) return 'tooMuch'
  // Before anything is created for it: a document's name comes from the browser.
  if (!namesDocument(frame, context)) return 'noSuchMeeting'
  // Speaking to a document one has not opened counts as asking for it.
  const isAsking = frame.type === MessageType.Auth || !context.askedFor.has(frame.documentName)
  if (isAsking && !meters.attachments(1)) return 'tooMuch'
  return null
}

function mostBytesOf({ type, isStateRequest }: Frame, limits: Limits): number {
  if (type === MessageType.Awareness) return limits.presenceBytes
  return isStateRequest ? limits.stateVectorBytes : limits.updateBytes
}

function namesDocument({ documentName }: Frame, { knownNames }: SocketContext): boolean {
  if (knownNames.has(documentName)) return true
  if (!parseDocumentName(documentName)) return false
  if (knownNames.size < MOST_NAMES_REMEMBERED) knownNames.add(documentName)
  return true
}

/**
 * Whether it goes no further. The library would keep what is said to a document that was never opened, or denied. And a
 * page lets go of a document that the server has closed already, which must not close what it opens anew.
 */
export function isDropped(
  { type, documentName }: Frame,
  { askedFor, closedDocuments }: SocketContext,
): boolean {
  if (type === MessageType.Auth) {
    askedFor.add(documentName)
    closedDocuments.delete(documentName)
    return false
  }
  return !askedFor.has(documentName) || (type === MessageType.CLOSE && closedDocuments.has(documentName))
}
