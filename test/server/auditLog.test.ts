import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { addAuditEntry } from '../../server/people/auditRows.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { inTransaction } from '../../server/storage/inTransaction.ts'
import { type PostmortemId, workspaceId } from '../../shared/ids.ts'
import type { AuditEntry } from '../../shared/wire/audit.ts'
import { openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import type { Visitor } from '../harness/startTestServer.ts'

const NEWEST = '9'.repeat(15)
const readPage = async ({ path }: Workspace, visitor: Visitor, before = NEWEST) =>
  (await visitor.get(path(`/audit/${before}`))).body as unknown as {
    entries: AuditEntry[]
    next: string | null
  } // the answer’s own shape
const said = (entries: AuditEntry[]) =>
  entries.map(({ by, action, subject }) => `${by?.name ?? '-'} ${action} ${subject}`)

/** Writes into the log as a route would. */
function note(workspace: Workspace, times: number, of: { postmortemId?: PostmortemId; by: Visitor }) {
  using database = new DatabaseSync(join(workspace.server.dataDir, 'candor.db'), { timeout: 10_000 })
  inTransaction(database, () => {
    for (let number = 0; number < times; number++) {
      addAuditEntry(database, {
        at: Date.UTC(2026, 2, 10, 10),
        action: 'reportExported',
        by: of.by.personId,
        workspaceId: workspace.workspaceId,
        ...(of.postmortemId && { postmortemId: of.postmortemId }),
        subject: String(number),
      })
    }
  })
}

test('what is changed in a workspace stands in its log: who, what and whom, the newest first', async () => {
  const workspace = await openWorkspace()
  const { owner, admin, colleague, path } = workspace
  const [{ number: start } = { number: 0 }] = (await readPage(workspace, admin)).entries
  const sam = await colleague('Sam')
  await owner.post(path('/name'), { name: 'Payments' })
  const { invitationId } = (
    await admin.post(path('/invitations'), { email: 'noor@example.org', role: 'member' })
  ).body
  await admin.post(path(`/invitations/${invitationId}/withdraw`), undefined)
  await admin.post(path(`/people/${sam.personId}/role`), { role: 'admin' })
  await admin.post(path(`/people/${sam.personId}/sign-in-link`), undefined)
  const { teamId } = (await admin.post(path('/teams'), { name: 'Ops' })).body
  const change = (name: string, people: Visitor[]) =>
    admin.post(path(`/teams/${teamId}`), { name, personIds: people.map(({ personId }) => personId) })
  await change('Ops', [sam])
  await change('SRE', [admin])
  await admin.post(path(`/teams/${teamId}/remove`), undefined)
  await admin.post(path(`/people/${sam.personId}/remove`), undefined)
  await admin.post('/api/me', { name: 'Ada Bruun' })

  const { entries } = await readPage(workspace, admin)
  const since = entries.filter(({ number }) => number > start)
  const samsEmail = since.find(({ action }) => action === 'invitationAccepted')?.subject
  expect(said(since)).toEqual([
    'Ada Bruun nameChanged Ada Bruun',
    'Ada Bruun personRemoved Sam',
    'Ada Bruun teamRemoved SRE',
    'Ada Bruun teamChanged Ops → SRE, added Ada Admin, removed Sam',
    'Ada Bruun teamChanged Ops, added Sam',
    'Ada Bruun teamMade Ops',
    'Ada Bruun signInLinkMade Sam',
    'Ada Bruun roleChanged Sam: member → admin',
    'Ada Bruun invitationWithdrawn noor@example.org: member',
    'Ada Bruun personInvited noor@example.org: member',
    'Olga Owner workspaceRenamed Our team → Payments',
    `Sam invitationAccepted ${samsEmail}`,
    `Olga Owner personInvited ${samsEmail}`,
  ])
})

test('what changes nothing, and what is refused, leaves no entry', async () => {
  const workspace = await openWorkspace()
  const { owner, member, admin, path } = workspace
  const { teamId } = (await admin.post(path('/teams'), { name: 'Ops' })).body
  const before = await readPage(workspace, admin)
  await owner.post(path('/name'), { name: 'Our team' })
  await admin.post(path(`/people/${member.personId}/role`), { role: 'member' })
  await admin.post(path(`/teams/${teamId}`), { name: 'Ops', personIds: [] })
  await admin.post(path(`/people/${owner.personId}/remove`), undefined)
  await member.post(path('/teams'), { name: 'Mine' })
  expect(await readPage(workspace, admin)).toEqual(before)
})

test('the log is read a hundred at a time to its beginning, each entry once', async () => {
  const workspace = await openWorkspace()
  const { admin } = workspace
  note(workspace, 250, { by: admin })
  const numbers: number[] = []
  const sizes: number[] = []
  for (let before: string | null = NEWEST; before !== null; ) {
    const { entries, next }: Awaited<ReturnType<typeof readPage>> = await readPage(workspace, admin, before)
    sizes.push(entries.length)
    numbers.push(...entries.map(({ number }) => number))
    before = next
  }
  expect(sizes.slice(0, 2)).toEqual([100, 100])
  expect(sizes).toHaveLength(3)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a))
  expect(numbers).toHaveLength(
    workspace.sql('SELECT 1 FROM audit_entries WHERE workspace_id = ?', workspace.workspaceId).length,
  )
})

test('another workspace has another log', async () => {
  const workspace = await openWorkspace()
  const { entries } = (await workspace.outsider.get(`/api/workspaces/${workspace.otherId}/audit/${NEWEST}`))
    .body as { entries: AuditEntry[] } // the answer’s own shape
  expect(said(entries)).toEqual([
    expect.stringMatching(/^Olga Owner personRemoved Olga Owner$/),
    expect.stringMatching(/^Otto Outsider invitationAccepted /),
    expect.stringMatching(/^Olga Owner personInvited /),
    'Olga Owner workspaceStarted Elsewhere',
  ])
})

test('nothing about a restricted postmortem shows to an owner or admin it is not for, and everything to one it is for', async () => {
  const workspace = await openWorkspace()
  const { owner, admin } = workspace
  const before = await readPage(workspace, owner)
  expect(await readPage(workspace, admin)).toEqual(before)
  await workspace.restricted({ people: [admin] })
  expect(await readPage(workspace, owner)).toEqual(before)
  expect(said((await readPage(workspace, admin)).entries).slice(0, 2)).toEqual([
    'Mia Member audienceChanged restricted: 2 people, 0 teams',
    'Mia Member postmortemStarted Customer data left the house',
  ])
})

test('what everyone could read in the log is gone from it once the postmortem becomes restricted', async () => {
  const workspace = await openWorkspace()
  const { admin, member, guestsPostmortem } = workspace
  const about = async () =>
    said((await readPage(workspace, admin)).entries.filter(({ postmortemId }) => postmortemId !== null))
  expect(await about()).toContain('Mia Member postmortemStarted Checkout slowed')
  const audience = { isRestricted: true, personIds: [], teamIds: [] }
  await member.post(`/api/postmortems/${guestsPostmortem}/audience`, audience)
  expect(await about()).toEqual([])
})

test('a page is not followed by another where only hidden entries are left, nor shortened by them', async () => {
  const workspace = await openWorkspace()
  const { admin, member } = workspace
  const postmortemId = await workspace.restricted()
  const shown = (await readPage(workspace, admin)).entries.length
  note(workspace, 150, { by: member, postmortemId })
  note(workspace, 100 - shown, { by: admin })
  note(workspace, 150, { by: member, postmortemId })
  const page = await readPage(workspace, admin)
  expect([page.entries.length, page.next]).toEqual([100, null])
  note(workspace, 1, { by: admin })
  const { next } = await readPage(workspace, admin)
  const last = await readPage(workspace, admin, String(next))
  expect([last.entries.length, last.next]).toEqual([1, null])
})

test('the numbers of the entries do not tell how many there are in between', () => {
  const numbersWith = (hidden: number) => {
    const database = openDatabase(':memory:')
    const [row] = database.prepare('SELECT workspace_id FROM workspaces').all()
    const entry = { action: 'teamMade', by: null, workspaceId: workspaceId.parse(row?.workspace_id) } as const
    addAuditEntry(database, { ...entry, at: 1_000 })
    for (let number = 0; number < hidden; number++) addAuditEntry(database, { ...entry, at: 1_001 })
    addAuditEntry(database, { ...entry, at: 1_002 })
    addAuditEntry(database, { ...entry, at: 999 }) // a clock that was set back
    const numbers = database.prepare('SELECT number FROM audit_entries ORDER BY number').all()
    database.close()
    return [numbers[0], ...numbers.slice(-2)].map((found) => found?.number)
  }
  expect(numbersWith(0)).toEqual([100_000, 100_200, 100_201])
  expect(numbersWith(7)).toEqual(numbersWith(0))
})
