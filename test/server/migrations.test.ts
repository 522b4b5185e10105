import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { verifyDatabase } from '../../server/cli/verifyDatabase.ts'
import { databasePathIn } from '../../server/dataDir.ts'
import { newestSchemaVersion } from '../../server/storage/database.ts'
import { impactOf } from '../../shared/content/contentDoc.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import { findPostmortemsEndpoint, noFilters } from '../../shared/wire/library.ts'
import { whoAmIEndpoint } from '../../shared/wire/people.ts'
import {
  listPostmortemsEndpoint,
  openPostmortemEndpoint,
  readStageEndpoint,
  reportPath,
} from '../../shared/wire/postmortems.ts'
import { askServer } from '../harness/askServer.ts'
import { connectClient } from '../harness/connectClient.ts'
import { startTestServer } from '../harness/startTestServer.ts'

/**
 * Each file is what a program of its time made. A commit that brings migration N adds `schema-N.sql` with
 * `node launch.mjs test/fixtures/makeSchemaFixture.ts`; the older ones are never made again.
 */
const fixtures = readdirSync('test/fixtures').filter((name) => name.endsWith('.sql'))

type Asked = {
  cookies: { fay: string; noor: string }
  stageKey: string
  live: PostmortemId
  ended: PostmortemId
}

/** The data folder of that time, and the keys people kept from it. */
function folderOf(fixture: string): { dataDir: string; asked: Asked } {
  const sql = readFileSync(`test/fixtures/${fixture}`, 'utf8')
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-schema-'))
  const database = new DatabaseSync(databasePathIn(dataDir), { enableForeignKeyConstraints: false })
  database.exec(sql)
  database.close()
  return { dataDir, asked: JSON.parse(sql.slice(3, sql.indexOf('\n'))) }
}

test('the first released schema is among them, and none is newer than this program', () => {
  expect(fixtures).toContain('schema-2.sql')
  for (const fixture of fixtures)
    expect(Number.parseInt(fixture.slice(7), 10)).toBeLessThanOrEqual(newestSchemaVersion())
})

test.each(fixtures)('%s opens with today’s program: everything is there and goes on', async (fixture) => {
  const { dataDir, asked } = folderOf(fixture)
  const { cookies, stageKey, live, ended } = asked
  const server = await startTestServer({ dataDir })
  const fay = { address: server.address, cookie: cookies.fay }
  const open = (postmortemId: PostmortemId) =>
    askServer(fay, openPostmortemEndpoint, { params: { postmortemId } })
  const report = async (postmortemId: PostmortemId) =>
    (await fetch(server.address + reportPath(postmortemId), { headers: { cookie: cookies.fay } })).text()

  expect((await askServer(fay, whoAmIEndpoint)).person?.name).toBe('Fay')
  const { postmortems } = await askServer(fay, listPostmortemsEndpoint)
  expect(postmortems.map(({ title, status }) => [title, status])).toEqual([
    ['docs.rs ran out of disk', 'ended'],
    ['Checkout slowed', 'live'],
  ])
  const held = { ...noFilters, kinds: ['held'], skip: 0 }
  expect((await askServer(fay, findPostmortemsEndpoint, { body: held })).total).toBe(2)
  expect(await report(ended)).toContain('Nothing left open.')
  const said = await report(live)
  for (const words of ['Checkout answered slowly', 'The pool was full.', 'Noor asked about paging.'])
    expect(said).toContain(words)
  expect(said).toContain('One order in five was given up.')
  const stage = await fetch(server.address + readStageEndpoint.path, {
    headers: { authorization: `Stage ${stageKey}` },
  })
  expect(readStageEndpoint.answer.parse(await stage.json()).summary.title).toBe('Checkout slowed')

  const { snapshot } = await open(live)
  const { currentItemId, agenda, turnQueue } = snapshot.meeting
  expect(currentItemId).toBe(agenda[1]?.id)
  expect(turnQueue).toMatchObject([{ note: 'Who was paged?' }])
  await askServer(fay, runCommandEndpoint, {
    params: { meetingId: snapshot.meetingId },
    body: { commandId: 'go-on', command: { type: 'advanceAgenda', fromItemId: currentItemId } },
  })
  const writer = connectClient({
    address: server.address,
    postmortemId: live,
    headers: { cookie: cookies.noor },
  })
  await vi.waitFor(() => expect(writer.isSynced()).toBe(true))
  writer.edit((doc) => impactOf(doc).insert(0, 'Written later. '))
  await writer.barrier()
  writer.close()
  await server.close()

  expect(verifyDatabase(databasePathIn(dataDir))).toEqual({ postmortems: 2, meetings: 2, damages: [] })
  const again = await startTestServer({ dataDir })
  const asFay = { address: again.address, cookie: cookies.fay }
  const { summary, snapshot: later } = await askServer(asFay, openPostmortemEndpoint, {
    params: { postmortemId: live },
  })
  expect([summary.status, later.meeting.currentItemId]).toEqual(['live', agenda[2]?.id])
  const kept = await fetch(again.address + reportPath(live), { headers: { cookie: cookies.fay } })
  expect(await kept.text()).toContain('Written later. One order in five was given up.')
})
