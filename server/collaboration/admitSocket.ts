import type { IncomingMessage } from 'node:http'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { CloseReason } from '../../shared/wire/closeCodes.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { Principal } from '../people/principal.ts'
import type { SocketPrincipal } from './socketContext.ts'

export const SYNC_PATH = '/sync'

const urlOf = (request: IncomingMessage): URL | null => URL.parse(request.url ?? '', 'http://localhost')

export const isSyncPath = (request: IncomingMessage): boolean => urlOf(request)?.pathname === SYNC_PATH

/** A page of another site would come with this browser's cookie. Programs send no Origin. */
export function isSameSite({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return origin === undefined || URL.parse(origin)?.host === host
}

/** Who is calling, or why the socket is closed again. */
export function admitSocket(
  request: IncomingMessage,
  principalOfUpgrade: (request: IncomingMessage) => Principal | null,
): Result<SocketPrincipal, CloseReason> {
  const query = urlOf(request)?.searchParams
  const isCurrent =
    query?.get('protocol') === String(PROTOCOL_VERSION) && query.get('editor') === String(EDITOR_SCHEMA)
  if (!isCurrent) return refuse('oldProtocol')
  const principal = principalOfUpgrade(request)
  if (principal === null || principal.as === 'operator') return refuse('notSignedIn')
  return ok(principal)
}
