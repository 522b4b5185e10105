import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { verifyDatabase } from '../../server/cli/verifyDatabase.ts'
import { databasePathIn } from '../../server/dataDir.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { evidenceFilePath } from '../../shared/wire/evidence.ts'
import { reportPath } from '../../shared/wire/postmortems.ts'
import { openWorkspace, type Workspace } from '../harness/openWorkspace.ts'
import { startedPostmortem, type Visitor } from '../harness/startTestServer.ts'

const deflated = (content: string | Uint8Array) => deflateSync(content).toString('base64')

async function withPostmortem(variables: Record<string, string> = {}) {
  const workspace = await openWorkspace(variables)
  const { postmortemId, meetingId } = await startedPostmortem(workspace.member)
  await workspace.member.join(postmortemId)
  const evidencePath = `/api/postmortems/${postmortemId}/evidence`
  const keep = (content: string | Uint8Array, name = 'chat.json', who: Visitor = workspace.member) =>
    who.post(evidencePath, { name, format: 'slack-export', deflated: deflated(content) })
  const list = async (who: Visitor = workspace.member) => (await who.get(evidencePath)).body
  return { ...workspace, postmortemId, meetingId, evidencePath, keep, list }
}

const download = ({ server }: Workspace, who: Visitor, postmortemId: PostmortemId, evidenceId: unknown) =>
  fetch(server.address + evidenceFilePath(postmortemId, String(evidenceId)), {
    headers: { cookie: who.cookie },
  })

test('an original is downloaded as it was kept, byte for byte, and the list says who brought it', async () => {
  const house = await withPostmortem()
  const content = Uint8Array.from({ length: 70_000 }, (_, place) => place % 251)
  const { evidenceId } = (await house.keep(content, 'chat export.zip')).body
  const response = await download(house, house.member, house.postmortemId, evidenceId)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(content)
  expect((await house.list()).originals).toMatchObject([
    { evidenceId, name: 'chat export.zip', size: 70_000, by: { name: 'Mia Member' }, takenCount: 0 },
  ])
  expect(house.sql('SELECT content_hash AS hash FROM evidence_originals')[0]?.hash).toEqual(
    new Uint8Array(createHash('sha256').update(content).digest()),
  )
})

test('what was counted while it was read is kept with it, and an original of before has no counts', async () => {
  const house = await withPostmortem()
  const sent = { name: 'a.txt', format: 'pasted-text', deflated: deflated('10:14 alert') }
  await house.member.post(house.evidencePath, { ...sent, readCount: 1, maskedCount: 2 })
  await house.keep('10:15 alert', 'b.txt')
  expect((await house.list()).originals).toMatchObject([
    { name: 'b.txt', label: 'Slack export', readCount: null, maskedCount: null },
    {
      name: 'a.txt',
      label: 'text',
      readCount: 1,
      maskedCount: 2,
      hash: createHash('sha256').update('10:14 alert').digest('hex'),
    },
  ])
  const refused = await house.member.post(house.evidencePath, { ...sent, readCount: -1 })
  expect(refused.status).toBe(400)
})

test('the report names every original, with where it is kept, the same each time', async () => {
  const house = await withPostmortem()
  const { evidenceId } = (await house.keep('10:14 alert', 'chat.zip')).body
  const report = async () =>
    (
      await fetch(house.server.address + reportPath(house.postmortemId), {
        headers: { cookie: house.member.cookie },
      })
    ).text()
  const address = house.server.address + evidenceFilePath(house.postmortemId, String(evidenceId))
  expect(await report()).toContain(`- [chat.zip](${address}) (Slack export): imported `)
  expect(await report()).toBe(await report())
})

test('the same bytes are kept once, whatever they are called', async () => {
  const house = await withPostmortem()
  const first = (await house.keep('10:14 alert', 'a.txt')).body
  expect((await house.keep('10:14 alert', 'b.txt')).body).toEqual({ ...first, isNew: false })
  expect((await house.list()).originals).toHaveLength(1)
})

test('nothing in the database can change an original or remove it', async () => {
  const house = await withPostmortem()
  await house.keep('10:14 alert')
  for (const statement of ["UPDATE evidence_originals SET name = 'x'", 'DELETE FROM evidence_originals'])
    expect(() => house.sql(statement)).toThrow('an original is never')
  expect((await house.list()).originals).toMatchObject([{ name: 'chat.json' }])
})

const hostileNames = [
  ['../../etc/passwd', 'attachment; filename=.._.._etc_passwd'],
  ['a"; filename="b.html', 'attachment; filename="a\\"; filename=\\"b.html"'],
  ['„Äther“ 😀.svg', expect.stringContaining("filename*=UTF-8''")],
] as const
test.each(hostileNames)(
  'a file called %s comes down as a file and nothing else',
  async (name, disposition) => {
    const house = await withPostmortem()
    const { evidenceId } = (await house.keep('<script>alert(1)</script>', name)).body
    const { headers } = await download(house, house.member, house.postmortemId, evidenceId)
    expect(headers.get('content-disposition')).toEqual(disposition)
  },
)

test.each(['x\r\nset-cookie: a=b', 'rtl\u202egpj.exe', '', 'x'.repeat(201)])(
  'a name no person could read is refused: %j',
  async (name) => {
    const house = await withPostmortem()
    expect((await house.keep('10:14 alert', name)).body.reason).toBe('malformedRequest')
  },
)

test.each(['page.html', 'picture.svg', 'x.js', 'x.pdf'])(
  'no browser shows or runs %s from here',
  async (name) => {
    const house = await withPostmortem()
    const content = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    const { evidenceId } = (await house.keep(content, name)).body
    const { headers } = await download(house, house.member, house.postmortemId, evidenceId)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename=${name}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  },
)

test('whoever may not read the postmortem hears of no evidence, and whoever only reads adds none', async () => {
  const house = await withPostmortem()
  const { evidenceId } = (await house.keep('10:14 alert')).body
  expect((await house.keep('10:15 x', 'x', house.outsider)).body.reason).toBe('noSuchMeeting')
  expect((await house.outsider.get(house.evidencePath)).body.reason).toBe('noSuchMeeting')
  const refused = await download(house, house.outsider, house.postmortemId, evidenceId)
  expect([refused.status, (await refused.json()).reason]).toEqual([404, 'noSuchMeeting'])

  await house.admin.join(house.postmortemId, true)
  expect((await house.keep('10:15 x', 'x', house.admin)).body.reason).toBe('readsOnly')
  const note = { taken: [{ identity: 'a', recordId: 'b' }] }
  expect((await house.admin.post(`${house.evidencePath}/${evidenceId}/taken`, note)).body.reason).toBe(
    'readsOnly',
  )
  expect((await download(house, house.admin, house.postmortemId, evidenceId)).status).toBe(200)
})

test('an original of another postmortem is not found by its id', async () => {
  const house = await withPostmortem()
  const { evidenceId } = (await house.keep('10:14 alert')).body
  const other = await startedPostmortem(house.member)
  await house.member.join(other.postmortemId)
  expect((await download(house, house.member, other.postmortemId, evidenceId)).status).toBe(404)
  const path = `/api/postmortems/${other.postmortemId}/evidence/${evidenceId}/taken`
  const note = { taken: [{ identity: 'a', recordId: 'b' }] }
  expect((await house.member.post(path, note)).body.reason).toBe('noSuchEvidence')
})

test('what was taken is noted once, as it was first', async () => {
  const house = await withPostmortem()
  const { evidenceId } = (await house.keep('10:14 alert')).body
  const note = (recordId: string) =>
    house.member.post(`${house.evidencePath}/${evidenceId}/taken`, { taken: [{ identity: 'one', recordId }] })
  await note('event-1')
  await note('event-2')
  expect(await house.list()).toMatchObject({
    taken: [{ identity: 'one', recordId: 'event-1' }],
    originals: [{ takenCount: 1 }],
  })
})

test('what is larger than a limit is refused by name, and nothing of it is kept', async () => {
  const house = await withPostmortem({
    LIMIT_EVIDENCE_FILE_BYTES: '100000',
    LIMIT_EVIDENCE_UPLOAD_BYTES: '5000',
    LIMIT_EVIDENCE_FILES: '2',
  })
  expect((await house.keep('a'.repeat(200_000))).body).toMatchObject({ reason: 'tooLarge' })
  const noise = Uint8Array.from({ length: 5_000 }, (_, place) => (place * place * 31) % 253)
  expect(
    (await house.keep(createHash('shake256', { outputLength: 6_000 }).update(noise).digest())).status,
  ).toBe(413)
  await house.keep('1')
  await house.keep('2')
  expect((await house.keep('3')).body).toMatchObject({ reason: 'evidenceIsFull' })
  expect((await house.list()).originals).toHaveLength(2)
})

test('all evidence of a postmortem has room up to its limit', async () => {
  const house = await withPostmortem({ LIMIT_EVIDENCE_BYTES: '30' })
  expect((await house.keep('short')).status).toBe(200)
  expect((await house.keep('another that is short')).body.reason).toBe('evidenceIsFull')
})

test('what is not deflated is refused with the place', async () => {
  const house = await withPostmortem()
  const answer = await house.member.post(house.evidencePath, { name: 'a', format: null, deflated: 'AAAA' })
  expect(answer.body).toMatchObject({ reason: 'malformedRequest', details: [{ path: 'deflated' }] })
})

test('the audit log says who added which file', async () => {
  const house = await withPostmortem()
  await house.keep('10:14 alert', 'alerts.json')
  const { entries } = (await house.owner.get(`/api/workspaces/${house.workspaceId}/audit/999999999999999`))
    .body as { entries: unknown[] } // the answer’s own shape
  expect(entries).toContainEqual(expect.objectContaining({ action: 'evidenceAdded', subject: 'alerts.json' }))
})

test('a damaged original is named by candor verify, and a download of it says so', async () => {
  const house = await withPostmortem()
  const { evidenceId } = (await house.keep('10:14 alert', 'alerts.json')).body
  house.sql('DROP TRIGGER evidence_originals_stay')
  house.sql("UPDATE evidence_originals SET bytes = x'00'")
  const response = await download(house, house.member, house.postmortemId, evidenceId)
  expect((await response.json()).reason).toBe('evidenceDamaged')
  expect(verifyDatabase(databasePathIn(join(house.server.dataDir))).damages).toMatchObject([
    { part: 'evidence', problem: 'Its evidence “alerts.json” cannot be read.' },
  ])
})
