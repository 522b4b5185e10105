import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'

const incidents = 'test/evidence/incidents'
const files = readdirSync(incidents).filter((name) => name.endsWith('.json'))
const textOf = (fileName: string) => readFileSync(`${incidents}/${fileName}`, 'utf8')

let server: TestServer
let fay: Visitor
beforeEach(async () => {
  server = await startTestServer()
  fay = await server.visitor('Fay')
})

const importAs = (visitor: Visitor, fileName: string, text = textOf(fileName)) =>
  visitor.post('/api/postmortems/import', { fileName, text })
const listed = async (visitor: Visitor) =>
  (await visitor.get('/api/postmortems')).body.postmortems as PostmortemSummary[]

test('all 28 incident files import, and whoever imports facilitates', async () => {
  for (const fileName of files) expect((await importAs(fay, fileName)).status).toBe(200)
  const postmortems = await listed(fay)
  expect(postmortems).toHaveLength(28)
  expect(postmortems.every(({ memberCount, status }) => memberCount === 1 && status === 'scheduled')).toBe(
    true,
  )
})

test('a malformed file names path and reason and creates nothing', async () => {
  const broken = JSON.parse(textOf('gitlab-2017-01-31.json'))
  broken.timeline[3].at = 'half past nine'
  const answer = await importAs(fay, 'broken.json', JSON.stringify(broken))
  expect([answer.status, answer.body.details]).toMatchObject([
    400,
    [{ path: 'timeline[3].at', problem: expect.stringContaining('a time with its offset') }],
  ])
  expect((await importAs(fay, 'cut.json', textOf('gitlab-2017-01-31.json').slice(0, 900))).status).toBe(400)
  expect(await listed(fay)).toEqual([])
})

test('the report holds what was imported, under a name made of the title', async () => {
  const { postmortemId } = (await importAs(fay, 'gitlab-2017-01-31.json')).body
  const response = await fetch(`${server.address}/api/postmortems/${postmortemId}/report.md`, {
    headers: { cookie: fay.cookie },
  })
  const report = await response.text()
  expect(response.headers.get('content-disposition')).toMatch(
    /attachment; filename="?Primary-database[\w-]*\.md/,
  )
  expect(report).toContain('Primary database directory removed during replication repair')
  expect(report).toContain('Take LVM snapshots hourly')
})

test('nobody reads, lists or starts anything before signing in', async () => {
  const { postmortemId } = await startedPostmortem(fay)
  const nobody = { cookie: '' }
  for (const path of ['/api/postmortems', `/api/postmortems/${postmortemId}`]) {
    expect((await fay.get(path, nobody)).body.reason).toBe('notSignedIn')
  }
  const report = await fetch(`${server.address}/api/postmortems/${postmortemId}/report.md`)
  expect(report.status).toBe(401)
})

test('the shared screen reads its own postmortem and no other, and sees no list', async () => {
  const { postmortemId } = await startedPostmortem(fay)
  const authorization = `Stage ${await server.stageKey(fay, postmortemId)}`
  const stage = await fay.get('/api/stage', { authorization })
  expect((stage.body.summary as PostmortemSummary).postmortemId).toBe(postmortemId)
  expect((await fay.get('/api/postmortems', { authorization })).status).toBeGreaterThanOrEqual(400)
  expect((await fay.get('/api/stage', { authorization: 'Stage forged' })).status).toBeGreaterThanOrEqual(400)
})

test('a name is kept as it is said, shown in the meetings joined, and never made of invisible characters', async () => {
  const { postmortemId } = await startedPostmortem(fay)
  await fay.post('/api/me', { name: '<b>Fay</b> & Söhne' })
  const { snapshot } = (await fay.get(`/api/postmortems/${postmortemId}`)).body as {
    snapshot: { meeting: { members: { name: string }[] } }
  }
  expect(snapshot.meeting.members.map(({ name }) => name)).toEqual(['<b>Fay</b> & Söhne'])
  for (const name of ['', '   ', 'a\u202Eb', 'a\u0000b', 'x'.repeat(61)]) {
    expect((await fay.post('/api/me', { name })).status).toBe(400)
  }
})

test('every page forbids inline script, and an unknown address of the API is answered by name', async () => {
  for (const path of ['/', '/p/anything', '/api/nothing']) {
    const policy = (await fetch(server.address + path)).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self'(;|$)/)
  }
  expect((await fay.get('/api/nothing')).status).toBe(404)
})
