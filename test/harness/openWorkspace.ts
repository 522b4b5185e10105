import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newId } from '../../server/newId.ts'
import type { PostmortemId, WorkspaceId } from '../../shared/ids.ts'
import type { WorkspaceRole } from '../../shared/people/workspaceRoles.ts'
import { comeAsGuest, makeGuestLink } from './guests.ts'
import { startedPostmortem, startTestServer, type TestServer, type Visitor } from './startTestServer.ts'

export type Workspace = {
  server: TestServer
  workspaceId: WorkspaceId
  /** `/api/workspaces/<id>` and what comes behind it. */
  path: (rest?: string) => string
  owner: Visitor
  admin: Visitor
  member: Visitor
  /** A new colleague with this role. */
  colleague: (name: string, role?: WorkspaceRole) => Promise<Visitor>
  /** The owner of another workspace, who has nothing to do with this one. */
  outsider: Visitor
  otherId: WorkspaceId
  /** Somebody let in to one postmortem of this workspace, and into nothing else. */
  guest: Visitor
  guestsPostmortem: PostmortemId
  /** Started by the member, and restricted to them and whom they name. */
  restricted: (audience?: { people?: Visitor[]; teamIds?: string[] }) => Promise<PostmortemId>
  /** Asks the database, or changes it behind the server's back. */
  sql: (statement: string, ...values: (string | number)[]) => Record<string, unknown>[]
}

/** A workspace with everyone who could ask something of it. */
export async function openWorkspace(
  variables: Record<string, string> = {},
  now = Date.UTC(2026, 2, 10, 10),
): Promise<Workspace> {
  const server = await startTestServer({ variables, now })
  const owner = await server.owner()
  const me = await owner.get('/api/me')
  const [first] = me.body.workspaces as { workspaceId: WorkspaceId }[] // the answer’s own shape
  const workspaceId = first?.workspaceId ?? ('' as WorkspaceId) // the owner has one
  const path = (rest = '') => `/api/workspaces/${workspaceId}${rest}`
  /** Invited by the owner, who owns both workspaces at first. */
  const joining = async (workspace: WorkspaceId, name: string, role: WorkspaceRole) => {
    const email = `${newId()}@example.org`
    const { link } = (await owner.post(`/api/workspaces/${workspace}/invitations`, { email, role })).body
    const response = await fetch(`${server.address}/api/invitations/${keyIn(String(link))}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: null }),
    })
    return server.visitorWith(response.headers.getSetCookie()[0]?.split(';')[0] ?? '')
  }
  const colleague: Workspace['colleague'] = (name, role = 'member') => joining(workspaceId, name, role)
  const member = await colleague('Mia Member')
  const otherId = (await owner.post('/api/workspaces', { name: 'Elsewhere' })).body.workspaceId as WorkspaceId // the answer’s own shape
  const outsider = await joining(otherId, 'Otto Outsider', 'owner')
  await owner.post(`/api/workspaces/${otherId}/people/${owner.personId}/remove`, undefined)
  const sql: Workspace['sql'] = (statement, ...values) => {
    using database = new DatabaseSync(join(server.dataDir, 'candor.db'), { timeout: 10_000 })
    return database.prepare(statement).all(...values)
  }
  const restricted: Workspace['restricted'] = async ({ people = [], teamIds = [] } = {}) => {
    const body = { title: 'Customer data left the house', severity: 'SEV-1', isRestricted: true }
    const id = (await member.post('/api/postmortems', body)).body.postmortemId as PostmortemId // the answer’s own shape
    const audience = { isRestricted: true, personIds: people.map(({ personId }) => personId), teamIds }
    if (people.length + teamIds.length > 0) await member.post(`/api/postmortems/${id}/audience`, audience)
    return id
  }
  const { postmortemId } = await startedPostmortem(member)
  const guestLink = await makeGuestLink(server, member, postmortemId)
  return {
    server,
    workspaceId,
    path,
    owner,
    admin: await colleague('Ada Admin', 'admin'),
    member,
    colleague,
    outsider,
    otherId,
    guest: await comeAsGuest(server, guestLink.key, 'Gus Guest'),
    guestsPostmortem: postmortemId,
    restricted,
    sql,
  }
}

export const keyIn = (link: string): string => link.split('/').at(-1) ?? ''
