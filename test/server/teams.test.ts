import { expect, onTestFinished, test, vi } from 'vitest'
import type { Team } from '../../shared/wire/workspaces.ts'
import { connectClient } from '../harness/connectClient.ts'
import { openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import type { Reply, Visitor } from '../harness/startTestServer.ts'

const no = ({ status, body }: Reply) => [status, body.reason]
const teams = async ({ path, member }: Workspace) => (await member.get(path())).body.teams as Team[] // the answer’s own shape

async function makeTeam({ admin, path }: Workspace, name: string, people: Visitor[] = []) {
  const { teamId } = (await admin.post(path('/teams'), { name })).body
  const change = (next: { name?: string; people?: Visitor[] }) =>
    admin.post(path(`/teams/${teamId}`), {
      name: next.name ?? name,
      personIds: (next.people ?? []).map(({ personId }) => personId),
    })
  if (people.length > 0) await change({ people })
  return {
    teamId: String(teamId),
    change,
    remove: () => admin.post(path(`/teams/${teamId}/remove`), undefined),
  }
}

/** A restricted postmortem that someone reads as one of a team, with its document open. */
async function readAsTeam(workspace: Workspace) {
  const { server, colleague, member } = workspace
  const sam = await colleague('Sam')
  const team = await makeTeam(workspace, 'Payments', [sam, member])
  const postmortemId = await workspace.restricted({ teamIds: [team.teamId] })
  const read = async () => (await sam.get(`/api/postmortems/${postmortemId}`)).status
  expect(await read()).toBe(200)
  await sam.join(postmortemId)
  const room = connectClient({ address: server.address, postmortemId, headers: { cookie: sam.cookie } })
  onTestFinished(room.close)
  await vi.waitFor(() => expect(room.isSynced()).toBe(true))
  return { team, room, read }
}

test('a team is made, gets people and another name, and goes; everyone in the workspace sees it', async () => {
  const workspace = await openWorkspace()
  const { admin, member } = workspace
  const payments = await makeTeam(workspace, 'Payments')
  await makeTeam(workspace, 'billing')
  expect((await payments.change({ name: 'Pay', people: [member, admin, member] })).status).toBe(200)
  expect((await teams(workspace)).map(({ name, personIds }) => [name, personIds])).toEqual([
    ['billing', []],
    ['Pay', [admin.personId, member.personId]],
  ])
  expect((await payments.change({ name: 'Pay', people: [admin] })).status).toBe(200)
  expect((await teams(workspace))[1]?.personIds).toEqual([admin.personId])
  expect((await payments.remove()).status).toBe(200)
  expect((await teams(workspace)).map(({ name }) => name)).toEqual(['billing'])
  expect(no(await payments.remove())).toEqual([404, 'noSuchTeam'])
})

test('a team is made of colleagues, and all of a change is taken over or nothing', async () => {
  const workspace = await openWorkspace()
  const { member, outsider, guest } = workspace
  const payments = await makeTeam(workspace, 'Payments', [member])
  for (const stranger of [outsider, guest])
    expect(no(await payments.change({ name: 'Pay', people: [member, stranger] }))).toEqual([
      409,
      'noSuchColleague',
    ])
  expect(await teams(workspace)).toMatchObject([{ name: 'Payments', personIds: [member.personId] }])
})

test('a team of another workspace cannot be changed or removed from here', async () => {
  const workspace = await openWorkspace()
  const { outsider, otherId } = workspace
  const { teamId } = await makeTeam(workspace, 'Payments')
  const elsewhere = `/api/workspaces/${otherId}/teams/${teamId}`
  const change = { name: 'Ours', personIds: [] }
  expect(no(await outsider.post(elsewhere, change))).toEqual([404, 'noSuchTeam'])
  expect(no(await outsider.post(`${elsewhere}/remove`, undefined))).toEqual([404, 'noSuchTeam'])
  expect(await teams(workspace)).toMatchObject([{ name: 'Payments' }])
})

test('whoever leaves a team loses what they read as one of it, at once', async () => {
  const workspace = await openWorkspace()
  const { team, room, read } = await readAsTeam(workspace)
  await team.change({ people: [workspace.member] })
  await vi.waitFor(() => expect(room.denials[0]).toBe('noSuchMeeting'))
  expect(await read()).toBe(404)
})

test('a removed team is in no audience any more, and its people lose what they read by it, at once', async () => {
  const workspace = await openWorkspace()
  const { team, room, read } = await readAsTeam(workspace)
  expect((await team.remove()).status).toBe(200)
  await vi.waitFor(() => expect(room.denials[0]).toBe('noSuchMeeting'))
  expect(await read()).toBe(404)
  expect(workspace.sql('SELECT * FROM audience_teams')).toEqual([])
})
