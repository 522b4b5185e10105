import type * as z from 'zod/mini'
import { newId } from '../../server/newId.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import type { Endpoint } from '../../shared/wire/endpoint.ts'
import { whoAmIEndpoint } from '../../shared/wire/people.ts'
import { joinMeetingEndpoint, startPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import { acceptInvitationEndpoint, inviteEndpoint } from '../../shared/wire/workspaces.ts'
import { ownerCookieAt } from './owners.ts'

/** A running server's address and the session cookie to ask with; null for somebody unknown. */
export type Asking = { address: string; cookie: string | null }

/** Asks by HTTP. Every answer but a 2xx throws, with the sentence the server gave. */
export async function askServer<Answer extends z.ZodMiniType>(
  { address, cookie }: Asking,
  { method, path, answer }: Endpoint<z.ZodMiniType, z.ZodMiniType, Answer>,
  { params = {}, body }: { params?: Record<string, string>; body?: unknown } = {},
): Promise<z.output<Answer>> {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const response = await fetch(address + filled, {
    method,
    headers: {
      'x-candor-protocol': String(PROTOCOL_VERSION),
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${filled}: ${response.status} ${await response.text()}`)
  return answer.parse(await response.json())
}

/** A colleague with an account: invited by the owner, and accepted with this name. Answers their session cookie. */
export async function signIn(address: string, name: string): Promise<{ cookie: string }> {
  const owner = { address, cookie: ownerCookieAt(address) }
  const [workspace] = (await askServer(owner, whoAmIEndpoint)).workspaces
  if (!workspace) throw new Error('The owner has no workspace.')
  const { workspaceId } = workspace
  const body = { email: `${newId()}@example.org`, role: 'member' }
  const { link } = await askServer(owner, inviteEndpoint, { params: { workspaceId }, body })
  const key = link.split('/').at(-1) ?? ''
  const response = await fetch(address + acceptInvitationEndpoint.path.replace(':key', key), {
    method: acceptInvitationEndpoint.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: null }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`Nobody could sign in: ${response.status}`)
  return { cookie }
}

export const startPostmortem = async (asking: Asking, title: string): Promise<PostmortemId> =>
  (await askServer(asking, startPostmortemEndpoint, { body: { title, severity: 'SEV-2' } })).postmortemId

export const joinMeeting = (asking: Asking, postmortemId: PostmortemId) =>
  askServer(asking, joinMeetingEndpoint, { params: { postmortemId }, body: { asObserver: false } })
