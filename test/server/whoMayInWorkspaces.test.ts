import { expect, test } from 'vitest'
import {
  mayInWorkspace,
  type WorkspaceCapability,
  workspaceRoles,
} from '../../shared/people/workspaceRoles.ts'
import * as auditWire from '../../shared/wire/audit.ts'
import type { Endpoint } from '../../shared/wire/endpoint.ts'
import * as workspacesWire from '../../shared/wire/workspaces.ts'
import { openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import type { Visitor } from '../harness/startTestServer.ts'

type Target = { params?: Record<string, string>; body?: object }
type Rule = {
  needs: WorkspaceCapability | null
  /** Something of this workspace that is there to be changed, made anew for each try. */
  target: (workspace: Workspace) => Promise<Target>
}

const nothing = async (): Promise<Target> => ({})
const aColleague = async ({ colleague }: Workspace) => ({
  params: { personId: (await colleague('Cleo')).personId },
})
const aTeam = async ({ owner, path }: Workspace) => {
  const { teamId } = (await owner.post(path('/teams'), { name: 'Payments' })).body
  return { params: { teamId: String(teamId) } }
}
let invited = 0
const anInvitation = async ({ owner, path }: Workspace) => {
  const body = { email: `open-${++invited}@example.org`, role: 'member' }
  const { invitationId } = (await owner.post(path('/invitations'), body)).body
  return { params: { invitationId: String(invitationId) } }
}

/** What every endpoint asks for. Whoever adds one says it here too. */
const rules: Record<string, Rule> = {
  openWorkspaceEndpoint: { needs: null, target: nothing },
  startWorkspaceEndpoint: { needs: 'ownWorkspace', target: async () => ({ body: { name: 'Second' } }) },
  renameWorkspaceEndpoint: { needs: 'ownWorkspace', target: async () => ({ body: { name: 'Renamed' } }) },
  inviteEndpoint: {
    needs: 'managePeople',
    target: async () => ({ body: { email: `new-${++invited}@example.org`, role: 'member' } }),
  },
  withdrawInvitationEndpoint: { needs: 'managePeople', target: anInvitation },
  changeRoleEndpoint: {
    needs: 'managePeople',
    target: async (workspace) => ({ ...(await aColleague(workspace)), body: { role: 'admin' } }),
  },
  removeColleagueEndpoint: { needs: 'managePeople', target: aColleague },
  makeSignInLinkEndpoint: { needs: 'managePeople', target: aColleague },
  makeTeamEndpoint: { needs: 'manageTeams', target: async () => ({ body: { name: 'Search' } }) },
  changeTeamEndpoint: {
    needs: 'manageTeams',
    target: async (workspace) => ({ ...(await aTeam(workspace)), body: { name: 'Search', personIds: [] } }),
  },
  removeTeamEndpoint: { needs: 'manageTeams', target: aTeam },
  readAuditLogEndpoint: {
    needs: 'readAuditLog',
    target: async () => ({ params: { before: '9'.repeat(15) } }),
  },
}
/** Asked by whoever holds the link, of whatever workspace. */
const forLinkHolders = ['acceptInvitationEndpoint', 'readInvitationEndpoint']

const endpoints = Object.entries({ ...workspacesWire, ...auditWire }).flatMap(
  ([name, exported]): [string, Endpoint][] => ('method' in exported ? [[name, exported]] : []),
)
const ruled = endpoints.flatMap(([name, endpoint]) => {
  const rule = rules[name]
  return rule ? [{ name, endpoint, rule }] : []
})

async function ask(
  { server }: Workspace,
  { method, path }: Endpoint,
  { cookie }: { cookie: string },
  { params = {}, body }: Target,
) {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const response = await fetch(server.address + filled, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const { reason } = JSON.parse(text) as { reason?: string } // a problem’s own shape
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date')
  return { status: response.status, reason, text, headers }
}
const inside = ({ workspaceId }: Workspace, { params, body }: Target): Target => ({
  params: { workspaceId, ...params },
  ...(body && { body }),
})

test('every endpoint about workspaces has its rule', () => {
  expect([...Object.keys(rules), ...forLinkHolders].sort()).toEqual(endpoints.map(([name]) => name).sort())
})

test.each(workspaceRoles)(
  'someone with the role %s may do what its capabilities say, and nothing else',
  async (role) => {
    const workspace = await openWorkspace()
    const asking: Visitor = workspace[role]
    for (const { name, endpoint, rule } of ruled) {
      const { status, reason } = await ask(
        workspace,
        endpoint,
        asking,
        inside(workspace, await rule.target(workspace)),
      )
      const may = rule.needs === null || mayInWorkspace(role, rule.needs)
      expect([name, status, reason]).toEqual(may ? [name, 200, undefined] : [name, 403, 'mayNot'])
    }
  },
)

test('an outsider and a guest hear of a real workspace word for word what they hear of one that does not exist', async () => {
  const workspace = await openWorkspace()
  for (const asking of [workspace.outsider, workspace.guest]) {
    for (const { name, endpoint, rule } of ruled) {
      if (!endpoint.path.includes(':workspaceId')) continue
      const real = inside(workspace, await rule.target(workspace))
      const imagined = { ...real, params: { ...real.params, workspaceId: crypto.randomUUID() } }
      const answer = await ask(workspace, endpoint, asking, real)
      expect([name, answer.status, answer.reason]).toEqual([name, 404, 'noSuchWorkspace'])
      expect(answer).toEqual(await ask(workspace, endpoint, asking, imagined))
    }
  }
})

test('nobody who is not signed in hears anything, and a guest starts no workspace', async () => {
  const workspace = await openWorkspace()
  for (const { name, endpoint, rule } of ruled) {
    const { status, reason } = await ask(
      workspace,
      endpoint,
      { cookie: '' },
      inside(workspace, await rule.target(workspace)),
    )
    expect([name, status, reason]).toEqual([name, 401, 'notSignedIn'])
  }
  const started = await workspace.guest.post('/api/workspaces', { name: 'Guests' })
  expect([started.status, started.body.reason]).toEqual([403, 'onlyColleagues'])
})
