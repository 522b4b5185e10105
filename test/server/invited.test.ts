import { expect, test, vi } from 'vitest'
import { addRoleHolder } from '../../shared/content/roleHolders.ts'
import type { InvitationId, PostmortemId } from '../../shared/ids.ts'
import type { InvitedHolder } from '../../shared/wire/invited.ts'
import { connectClient } from '../harness/connectClient.ts'
import { openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import { startedPostmortem, type Visitor } from '../harness/startTestServer.ts'
import { asRoleHolder } from '../shared/ids.ts'

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000

async function invite({ admin, path }: Workspace, email: string) {
  const { body } = await admin.post(path('/invitations'), { email, role: 'member' })
  return { invitationId: body.invitationId as InvitationId, key: String(body.link).split('/').at(-1) } // the answer’s own shape
}

async function nameInDocument(
  { server, member }: Workspace,
  postmortemId: PostmortemId,
  ids: InvitationId[],
) {
  const headers = { cookie: member.cookie }
  const client = connectClient({ address: server.address, postmortemId, headers })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  client.edit((doc) =>
    ids.forEach((invitationId, position) => {
      const about = { personId: null, name: `Person ${position}`, by: null, createdAt: position }
      const id = asRoleHolder(`holder-${position}`)
      addRoleHolder(doc, { id, role: 'product', invitationId, ...about }, { by: 'person', personId: 'mia' })
    }),
  )
  await client.barrier()
  client.close()
}

const invitedFor = async (visitor: Visitor, postmortemId: PostmortemId) =>
  (await visitor.get(`/api/postmortems/${postmortemId}/invited`)).body.invited as InvitedHolder[] // as above

test('who was invited for a role is open, then the person who came by it, or over', async () => {
  const workspace = await openWorkspace()
  const { server, admin, member, path, sql } = workspace
  const { postmortemId } = await startedPostmortem(member)
  const [jonas, ines, wei] = [
    await invite(workspace, 'jonas@example.org'),
    await invite(workspace, 'ines@example.org'),
    await invite(workspace, 'wei@example.org'),
  ]
  await nameInDocument(workspace, postmortemId, [jonas.invitationId, ines.invitationId, wei.invitationId])
  const states = async () => (await invitedFor(member, postmortemId)).map(({ state }) => state)
  expect(await states()).toEqual(['open', 'open', 'open'])

  await fetch(`${server.address}/api/invitations/${jonas.key}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Jonas L.', password: null }),
  })
  await admin.post(path(`/invitations/${ines.invitationId}/withdraw`), undefined)
  sql('UPDATE invitations SET expires_at = expires_at - ? WHERE invitation_id = ?', WEEK_MS, wei.invitationId)
  expect(await states()).toEqual(['accepted', 'over', 'over'])
  const [first] = await invitedFor(member, postmortemId)
  const { body } = await member.get(path())
  const people = body.people as { personId: string; name: string }[] // as above
  expect(people.find(({ personId }) => personId === first?.personId)?.name).toBe('Jonas L.')
  expect(JSON.stringify(await invitedFor(member, postmortemId))).not.toContain('@')
})

test('an invitation to another workspace, or one nobody made, tells nothing; and no guest is told of any', async () => {
  const workspace = await openWorkspace()
  const { outsider, otherId, guest, guestsPostmortem } = workspace
  const { body } = await outsider.post(`/api/workspaces/${otherId}/invitations`, {
    email: 'far@example.org',
    role: 'member',
  })
  const own = await invite(workspace, 'jonas@example.org')
  const ids = [body.invitationId as InvitationId, 'never' as InvitationId, own.invitationId] // as above
  await nameInDocument(workspace, guestsPostmortem, ids)
  expect(
    (await invitedFor(workspace.member, guestsPostmortem)).map(({ invitationId }) => invitationId),
  ).toEqual([own.invitationId])
  expect(await invitedFor(guest, guestsPostmortem)).toEqual([])
})
