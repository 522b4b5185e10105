import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Collaboration } from '../../server/collaboration/collaboration.ts'
import { createSeal } from '../../server/createSeal.ts'
import { listen } from '../../server/http/listen.ts'
import { createOwnAddress } from '../../server/http/ownAddress.ts'
import { defaultLimits } from '../../server/limits.ts'
import { createOpenings } from '../../server/material/openings.ts'
import { createAttendanceBook } from '../../server/meetings/attendanceBook.ts'
import { sqliteMeetingLog } from '../../server/meetings/sqliteMeetingLog.ts'
import { newId } from '../../server/newId.ts'
import { createMetrics } from '../../server/operating/metrics.ts'
import { createReadiness } from '../../server/operating/readiness.ts'
import { createPrincipalOf } from '../../server/people/principalOf.ts'
import { createReading } from '../../server/people/reading.ts'
import { createSetUpKey } from '../../server/people/setUpKey.ts'
import { createPostmortem } from '../../server/postmortems/createPostmortem.ts'
import { createAnswerSeal } from '../../server/sealed-answers/answerSeal.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { firstWorkspace } from '../../server/workspaces/workspaceRows.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { openPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer, joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { foundOwner, ownWith } from '../harness/owners.ts'

const clock = () => Date.UTC(2026, 2, 10, 10)
const outOfOrder = () => {
  throw new Error('ENOSPC at /var/lib/candor/secret')
}
/** One that is broken in every respect. */
const collaboration: Collaboration = {
  handleUpgrade: outOfOrder,
  publishMeeting: outOfOrder,
  recheckAccess: outOfOrder,
  tellGuestsChanged: outOfOrder,
  tellCommentsChanged: outOfOrder,
  tellAnswersChanged: outOfOrder,
  readContent: async () => outOfOrder(),
  keepCheckpoint: async () => outOfOrder(),
  figures: outOfOrder,
  isTroubled: outOfOrder,
  close: async () => {},
}

let address: string
let pageDir: string
let database: ReturnType<typeof openDatabase>
let logged: { level: number; err?: { message: string } }[]

beforeEach(async () => {
  pageDir = mkdtempSync(join(tmpdir(), 'candor-page-'))
  database = openDatabase(':memory:')
  logged = []
  const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const principalOf = createPrincipalOf({ database, clock, operatorKey: newId(), seen: () => {} })
  const log = sqliteMeetingLog(database)
  const server = createServer(
    createApp({
      database,
      log,
      answerSeal: createAnswerSeal(createSeal()),
      openings: createOpenings(database, Buffer.alloc(32)),
      collaboration,
      attendance: createAttendanceBook(() => 0),
      principalOf,
      reading: createReading({ database, clock }),
      sessions: { seen: () => {}, lastSeenAt: () => null, close: async () => {} },
      setUpKey: createSetUpKey(database),
      sendMail: null,
      singleSignOn: null,
      publicUrl: null,
      limits: defaultLimits,
      trust: () => false,
      addressOf: () => 'here',
      ownAddress: createOwnAddress({ host: '127.0.0.1', publicUrl: null, machineName: 'here' }),
      clock,
      metrics: createMetrics(),
      readiness: createReadiness({ database, isTroubled: () => false }),
      logger,
      pageDir,
    }),
  )
  address = await listen(server, { port: 0, host: '127.0.0.1' })
  ownWith(address, foundOwner(database))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    rmSync(pageDir, { recursive: true })
  })
})

const buildPage = () => {
  mkdirSync(join(pageDir, 'assets'))
  writeFileSync(join(pageDir, 'index.html'), '<title>Candor</title>')
  writeFileSync(join(pageDir, 'icon.svg'), '<svg/>')
  writeFileSync(join(pageDir, 'assets', 'main-4f2a.js'), 'candor()')
}
const get = (path: string) => fetch(address + path)

test('every address the page knows is the page, asked for anew each time', async () => {
  buildPage()
  for (const path of [
    '/',
    '/p/abc',
    '/p/abc/report',
    '/stage/key',
    '/candor.lock',
    '/p/..%2f..%2fpackage.json',
  ]) {
    const answer = await get(path)
    expect([path, answer.status, await answer.text()]).toEqual([path, 200, '<title>Candor</title>'])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  }
})

test('what is named by its hash is kept for a year, other files are asked for anew, and a lost one is no page', async () => {
  buildPage()
  expect((await get('/assets/main-4f2a.js')).headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  )
  expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache')
  const lost = await get('/assets/main-0000.js')
  expect([lost.status, await lost.json()]).toMatchObject([404, { reason: 'noSuchAddress' }])
})

test('a server without a built page says what to run', async () => {
  const answer = await get('/p/abc')
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')])
})

test('a fault is told to the log in full, and to the person without anything of the inside', async () => {
  const { cookie } = await signIn(address, 'Fay')
  const postmortemId = await startPostmortem({ address, cookie }, 'Checkout slowed')
  const answer = await fetch(`${address}/api/postmortems/${postmortemId}/report.md`, { headers: { cookie } })
  const said = await answer.text()
  const requestId = answer.headers.get('x-request-id')
  expect([answer.status, JSON.parse(said)]).toMatchObject([
    500,
    {
      reason: 'serverFault',
      sentence: expect.stringContaining(`tell whoever runs Candor and quote ${requestId}.`),
    },
  ])
  expect(said).not.toContain('ENOSPC')
  expect(logged.filter(({ level }) => level === 50)).toMatchObject([
    { err: { message: expect.stringContaining('ENOSPC') }, requestId },
  ])
})

test('what has happened has happened, also when it could not be pushed to the room', async () => {
  const fay = { address, ...(await signIn(address, 'Fay')) }
  const noor = { address, ...(await signIn(address, 'Noor')) }
  const postmortemId = await startPostmortem(fay, 'Checkout slowed')
  await joinMeeting(noor, postmortemId)
  expect(await askServer(fay, openPostmortemEndpoint, { params: { postmortemId } })).toMatchObject({
    summary: { memberCount: 2 },
    snapshot: { meeting: { members: [{ role: 'facilitator' }, { role: 'participant' }] } },
  })
  expect(logged.filter(({ level }) => level === 50)).toHaveLength(1)
})

test('a postmortem whose document cannot be stored leaves nothing behind', () => {
  database.exec('DROP TABLE content_snapshots')
  const log = sqliteMeetingLog(database)
  const maker = { by: null, workspaceId: firstWorkspace(database) }
  const create = () => createPostmortem({ database, log, clock, newId }, emptyDraft('Half', null), maker)
  expect(create).toThrow(/content_snapshots/)
  for (const table of ['postmortems', 'meetings', 'meeting_entries']) {
    expect(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count).toBe(0)
  }
})

test('every answer has an id of its own, whatever the request brought along', async () => {
  const ask = () => fetch(`${address}/api/me`, { headers: { 'x-request-id': 'mine' } })
  const ids = [await ask(), await ask()].map(({ headers }) => headers.get('x-request-id'))
  expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^[0-9a-f]{12}$/)])
  expect(ids[0]).not.toBe(ids[1])
})

test('a process whose database does not answer still lives, and is sent nobody', async () => {
  expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200])
  database.close()
  expect((await get('/healthz')).status).toBe(200)
  const answer = await get('/readyz')
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { ready: false, reasons: ['databaseDoesNotAnswer'] },
  ])
})
