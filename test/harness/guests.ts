import type { GuestLinkId, PostmortemId } from '../../shared/ids.ts'
import { enterAsGuestEndpoint, type GuestRole, makeGuestLinkEndpoint } from '../../shared/wire/access.ts'
import { askServer } from './askServer.ts'
import type { TestServer, Visitor } from './startTestServer.ts'

type Wanted = { role?: GuestRole; hours?: number; hasLobby?: boolean }

/** The key of a new guest link. */
export async function makeGuestLink(
  { address }: TestServer,
  { cookie }: Visitor,
  postmortemId: PostmortemId,
  { role = 'participant', hours = 2, hasLobby = false }: Wanted = {},
): Promise<{ key: string; guestLinkId: GuestLinkId }> {
  const { link, guestLinkId } = await askServer({ address, cookie }, makeGuestLinkEndpoint, {
    params: { postmortemId },
    body: { role, hours, hasLobby },
  })
  return { key: link.split('/').at(-1) ?? '', guestLinkId }
}

/** Someone from outside opens the link and says a name. */
export async function comeAsGuest(
  server: TestServer,
  key: string,
  name: string,
): Promise<Visitor & { state: string }> {
  const response = await fetch(server.address + enterAsGuestEndpoint.path.replace(':key', key), {
    method: enterAsGuestEndpoint.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`The guest could not come in: ${await response.text()}`)
  const { state } = enterAsGuestEndpoint.answer.parse(await response.json())
  return { ...(await server.visitorWith(cookie)), state }
}
