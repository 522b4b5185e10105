import type { IncomingMessage } from 'node:http'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { CloseReason } from '../../shared/wire/closeCodes.ts'
import { type DocumentName, parseDocumentName } from '../../shared/wire/documentNames.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { Principal } from '../people/principal.ts'
import type { SocketPrincipal } from './socketContext.ts'

const SYNC_PATH = '/sync'
const Y_WEBSOCKET_PATH = '/yws/'

export type Admitted = {
  principal: SocketPrincipal
  /** The content it came for, if it is a y-websocket client, which cannot ask for another. */
  only: DocumentName | null
  /** It said which shape of content it knows, the one this server writes. */
  namesEditor: boolean
}

const urlOf = (request: IncomingMessage): URL | null => URL.parse(request.url ?? '', 'http://localhost')

export function isSocketPath(request: IncomingMessage): boolean {
  const path = urlOf(request)?.pathname
  return path === SYNC_PATH || path?.startsWith(Y_WEBSOCKET_PATH) === true
}

/** Who is calling and what for, or why the socket is closed again. */
export function admitSocket(
  request: IncomingMessage,
  principalOfUpgrade: (request: IncomingMessage) => Principal | null,
): Result<Admitted, CloseReason> {
  const url = urlOf(request)
  const isPage = url?.pathname === SYNC_PATH
  const given = { protocol: url?.searchParams.get('protocol'), editor: url?.searchParams.get('editor') }
  // The stock client names neither by itself. What it does name must be right.
  const isCurrent = (value: string | null | undefined, current: number) =>
    value === String(current) || (value === null && !isPage)
  if (!isCurrent(given.protocol, PROTOCOL_VERSION) || !isCurrent(given.editor, EDITOR_SCHEMA))
    return refuse('oldProtocol')
  const principal = principalOfUpgrade(request)
  if (principal === null || principal.as === 'operator') return refuse('notSignedIn')
  // What a page kept for one person must not come in as another's.
  const writer = url?.searchParams.get('person') ?? null
  if (writer !== null && principal.as === 'person' && principal.person.personId !== writer) {
    return refuse('someoneElse')
  }
  const namesEditor = given.editor !== null
  if (isPage) return ok({ principal, only: null, namesEditor })
  const only = parseDocumentName(url?.pathname.slice(Y_WEBSOCKET_PATH.length) ?? '')
  return only?.kind === 'content' ? ok({ principal, only, namesEditor }) : refuse('noSuchMeeting')
}
