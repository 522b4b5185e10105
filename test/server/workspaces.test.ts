import { expect, onTestFinished, test, vi } from 'vitest'
import type { Colleague, OpenInvitation, Team } from '../../shared/wire/workspaces.ts'
import { connectClient } from '../harness/connectClient.ts'
import { keyIn, openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import type { Reply, Visitor } from '../harness/startTestServer.ts'

type Opened = { workspace: object; people: Colleague[]; teams: Team[]; invitations: OpenInvitation[] }
const open = async ({ path }: Workspace, visitor: Visitor) =>
  (await visitor.get(path())).body as unknown as Opened // the answer’s own shape
const no = ({ status, body }: Reply) => [status, body.reason]
const onPerson = ({ path }: Workspace, { personId }: Visitor, what: string) =>
  path(`/people/${personId}/${what}`)
const invitationStatus = async ({ server }: Workspace, link: unknown) =>
  (await fetch(`${server.address}/api/invitations/${keyIn(String(link))}`)).status

test('everyone in a workspace sees who is in it, and only whoever may invite sees who is invited', async () => {
  const workspace = await openWorkspace()
  const { owner, member, admin, path } = workspace
  await owner.post(path('/invitations'), { email: 'Noor@Example.org', role: 'member' })
  const seen = await open(workspace, member)
  expect(seen.workspace).toEqual({ workspaceId: workspace.workspaceId, name: 'Our team', role: 'member' })
  expect(seen.people.map(({ name, role }) => [name, role])).toEqual([
    ['Ada Admin', 'admin'],
    ['Mia Member', 'member'],
    ['Olga Owner', 'owner'],
  ])
  expect(seen.people[0]?.email).toContain('@example.org')
  expect(seen.invitations).toEqual([])
  const { invitations } = await open(workspace, admin)
  expect(invitations).toMatchObject([{ email: 'noor@example.org', role: 'member', invitedBy: 'Olga Owner' }])
})

test('whoever starts another workspace owns it, alone at first, and a new name reaches everyone', async () => {
  const { owner, member, path } = await openWorkspace()
  const { workspaceId } = (await owner.post('/api/workspaces', { name: 'Second' })).body
  await owner.post(path('/name'), { name: 'Payments' })
  const workspaces = async (visitor: Visitor) => (await visitor.get('/api/me')).body.workspaces
  expect(await workspaces(owner)).toMatchObject([
    { name: 'Payments', role: 'owner' },
    { workspaceId, name: 'Second', role: 'owner' },
  ])
  expect(await workspaces(member)).toMatchObject([{ name: 'Payments', role: 'member' }])
  expect((await member.get(`/api/workspaces/${workspaceId}`)).status).toBe(404)
})

test('a colleague is not invited again, and a newer invitation to an address takes the place of the open one', async () => {
  const workspace = await openWorkspace()
  const { admin, path } = workspace
  const invite = (email: string, role = 'member') => admin.post(path('/invitations'), { email, role })
  const [colleague] = (await open(workspace, admin)).people
  expect(no(await invite(String(colleague?.email).toUpperCase()))).toEqual([409, 'alreadyColleague'])

  const first = await invite('noor@example.org')
  const second = await invite('NOOR@example.org', 'admin')
  expect(await invitationStatus(workspace, first.body.link)).toBe(404)
  expect(await invitationStatus(workspace, second.body.link)).toBe(200)
  const { invitations } = await open(workspace, admin)
  expect(invitations.map(({ invitationId, role }) => [invitationId, role])).toEqual([
    [second.body.invitationId, 'admin'],
  ])
})

test('a withdrawn invitation lets nobody in, and one of another workspace cannot be withdrawn from here', async () => {
  const workspace = await openWorkspace()
  const { admin, outsider, path, otherId } = workspace
  const { invitationId, link } = (
    await admin.post(path('/invitations'), { email: 'noor@example.org', role: 'member' })
  ).body
  const elsewhere = `/api/workspaces/${otherId}/invitations`
  expect(no(await outsider.post(`${elsewhere}/${invitationId}/withdraw`, undefined))).toEqual([
    404,
    'noOpenInvitation',
  ])
  expect(await invitationStatus(workspace, link)).toBe(200)
  const withdraw = () => admin.post(path(`/invitations/${invitationId}/withdraw`), undefined)
  expect((await withdraw()).status).toBe(200)
  expect(await invitationStatus(workspace, link)).toBe(404)
  expect(no(await withdraw())).toEqual([404, 'noOpenInvitation'])
})

test('an invitation is no way back in for whoever made it, once they may invite no more', async () => {
  const workspace = await openWorkspace()
  const { owner, admin, path } = workspace
  const link = async () =>
    (await admin.post(path('/invitations'), { email: 'noor@example.org', role: 'admin' })).body.link
  const asAdmin = await link()
  await owner.post(onPerson(workspace, admin, 'role'), { role: 'member' })
  expect(await invitationStatus(workspace, asAdmin)).toBe(404)

  await owner.post(onPerson(workspace, admin, 'role'), { role: 'admin' })
  const beforeRemoval = await link()
  expect(await invitationStatus(workspace, beforeRemoval)).toBe(200)
  await owner.post(onPerson(workspace, admin, 'remove'), undefined)
  expect(await invitationStatus(workspace, beforeRemoval)).toBe(404)
})

test('what concerns an owner is for owners', async () => {
  const workspace = await openWorkspace()
  const { owner, admin, member, path } = workspace
  const invited = { email: 'noor@example.org', role: 'owner' }
  const { invitationId, link } = (await owner.post(path('/invitations'), invited)).body
  const tries = [
    admin.post(onPerson(workspace, owner, 'role'), { role: 'member' }),
    admin.post(onPerson(workspace, owner, 'remove'), undefined),
    admin.post(onPerson(workspace, owner, 'sign-in-link'), undefined),
    admin.post(onPerson(workspace, member, 'role'), { role: 'owner' }),
    admin.post(onPerson(workspace, admin, 'role'), { role: 'owner' }),
    admin.post(path('/invitations'), { email: 'sam@example.org', role: 'owner' }),
    admin.post(path('/invitations'), { ...invited, role: 'member' }), // would take the other’s place
    admin.post(path(`/invitations/${invitationId}/withdraw`), undefined),
  ]
  for (const answer of await Promise.all(tries)) expect(no(answer)).toEqual([403, 'mayNot'])
  expect(await invitationStatus(workspace, link)).toBe(200)
})

test('a workspace keeps an owner: its last one can neither step down nor leave', async () => {
  const workspace = await openWorkspace()
  const { owner, admin } = workspace
  const stepDown = () => owner.post(onPerson(workspace, owner, 'role'), { role: 'admin' })
  expect(no(await stepDown())).toEqual([409, 'lastOwner'])
  expect(no(await owner.post(onPerson(workspace, owner, 'remove'), undefined))).toEqual([409, 'lastOwner'])
  await owner.post(onPerson(workspace, admin, 'role'), { role: 'owner' })
  expect((await stepDown()).status).toBe(200)
  expect(no(await admin.post(onPerson(workspace, admin, 'remove'), undefined))).toEqual([409, 'lastOwner'])
})

test('someone who belongs to another workspace is nobody’s colleague here', async () => {
  const workspace = await openWorkspace()
  const { owner, outsider, guest } = workspace
  for (const stranger of [outsider, guest])
    for (const [what, body] of [['role', { role: 'admin' }], ['remove'], ['sign-in-link']] as const)
      expect(no(await owner.post(onPerson(workspace, stranger, what), body))).toEqual([
        409,
        'noSuchColleague',
      ])
})

test('whoever leaves, or is removed, reads nothing here any more, not even what is open on their screen', async () => {
  const workspace = await openWorkspace()
  const { server, owner, colleague, guestsPostmortem: postmortemId } = workspace
  for (const isLeaving of [true, false]) {
    const sam = await colleague('Sam')
    await sam.join(postmortemId)
    const room = connectClient({ address: server.address, postmortemId, headers: { cookie: sam.cookie } })
    onTestFinished(room.close)
    await vi.waitFor(() => expect(room.isSynced()).toBe(true))
    const removing = isLeaving ? sam : owner
    expect((await removing.post(onPerson(workspace, sam, 'remove'), undefined)).status).toBe(200)
    await vi.waitFor(() => expect(room.denials[0]).toBe('noSuchMeeting'))
    expect((await sam.get(`/api/postmortems/${postmortemId}`)).status).toBe(404)
    expect((await sam.get(workspace.path())).status).toBe(404)
  }
})

test('what someone had access to before they were removed does not open again when they come back', async () => {
  const workspace = await openWorkspace()
  const { owner, guest: gus, path, sql, workspaceId, guestsPostmortem, otherId } = workspace
  const { teamId } = (await owner.post(path('/teams'), { name: 'Payments' })).body
  // They come to be a colleague, here and elsewhere, and were a guest before.
  for (const id of [workspaceId, otherId])
    sql("INSERT INTO memberships VALUES (?, ?, 'member', 0)", id, gus.personId)
  await owner.post(path(`/teams/${teamId}`), { name: 'Payments', personIds: [gus.personId] })
  const asTeam = await workspace.restricted({ teamIds: [String(teamId)] })
  const asPerson = await workspace.restricted({ people: [gus] })
  const read = async (id: string) => (await gus.get(`/api/postmortems/${id}`)).status
  const all = [asTeam, asPerson, guestsPostmortem]
  expect(await Promise.all(all.map(read))).toEqual([200, 200, 200])

  await owner.post(onPerson(workspace, gus, 'remove'), undefined)
  expect(await Promise.all(all.map(read))).toEqual([404, 404, 404])
  sql("INSERT INTO memberships VALUES (?, ?, 'member', 0)", workspaceId, gus.personId)
  expect(await Promise.all(all.map(read))).toEqual([404, 404, 200])
  expect((await gus.get(`/api/workspaces/${otherId}`)).status).toBe(200)
})

test('an admin lets a colleague back in with a link that works once, for a day', async () => {
  const workspace = await openWorkspace()
  const { server, admin, member, sql } = workspace
  const { link } = (await admin.post(onPerson(workspace, member, 'sign-in-link'), undefined)).body
  expect(link).toMatch(new RegExp(`^${server.address}/sign-in/[\\w-]{43}$`))
  const [row] = sql('SELECT expires_at FROM sign_in_links')
  expect(row?.expires_at).toBe(Date.UTC(2026, 2, 11, 10))
  const use = () =>
    fetch(`${server.address}/api/sign-in/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: keyIn(String(link)) }),
    })
  expect(await (await use()).json()).toMatchObject({ person: { personId: member.personId } })
  expect((await use()).status).toBe(404)
})

test('nobody gets into another workspace by letting its people back in here', async () => {
  const workspace = await openWorkspace()
  const { owner, admin, outsider, otherId, workspaceId, sql } = workspace
  sql('INSERT INTO memberships VALUES (?, ?, ?, 0)', workspaceId, outsider.personId, 'member')
  const link = (asking: Visitor) => asking.post(onPerson(workspace, outsider, 'sign-in-link'), undefined)
  expect(no(await link(admin))).toEqual([409, 'belongsElsewhereToo'])
  sql('INSERT INTO memberships VALUES (?, ?, ?, 0)', otherId, owner.personId, 'admin')
  expect(no(await link(owner))).toEqual([409, 'belongsElsewhereToo']) // they own that one
  sql("UPDATE memberships SET role = 'owner' WHERE person_id = ?", owner.personId)
  expect((await link(owner)).status).toBe(200)
})
