import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { listPostmortemsEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer, joinMeeting, signIn } from '../harness/askServer.ts'
import { connectClient } from '../harness/connectClient.ts'
import { spawnServer } from '../harness/spawnServer.ts'

const incident = (name: string) => `test/evidence/incidents/${name}.json`
const GITLAB = 'Primary database directory removed during replication repair'
const newFolder = () => mkdtempSync(join(tmpdir(), 'candor-backup-'))

const candor = (dataDir: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const node = ['--disable-warning=ExperimentalWarning', 'server/candor.ts', ...args]
    execFile(process.execPath, node, { env: { ...process.env, DATA_DIR: dataDir } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

async function running(dataDir: string) {
  const server = await spawnServer({ dataDir })
  onTestFinished(() => server.kill())
  const { cookie } = await signIn(server.address, 'Fay')
  const titles = async () => {
    const { postmortems } = await askServer({ address: server.address, cookie }, listPostmortemsEndpoint)
    return postmortems.map(({ title }) => title).sort()
  }
  const report = (id: string) =>
    fetch(`${server.address}/api/postmortems/${id}/report.md`, { headers: { cookie } })
  return { ...server, cookie, titles, report }
}

const idIn = (line: string) => line.trim().split('/p/')[1] ?? ''

test('a backup of a running instance, restored elsewhere, holds everything', async () => {
  const dataDir = newFolder()
  const server = await running(dataDir)
  const imported = await candor(dataDir, 'import', incident('gitlab-2017-01-31'))
  const file = join(newFolder(), 'monday.candor')
  expect(await candor(dataDir, 'backup', file)).toMatchObject({ code: 0, err: '' })
  await candor(dataDir, 'import', incident('fastly-2021-06-08')) // after the backup
  expect(await server.titles()).toHaveLength(2)

  const elsewhere = newFolder()
  expect(await candor(elsewhere, 'restore', file)).toMatchObject({ code: 0, err: '' })
  expect(await candor(elsewhere, 'verify')).toMatchObject({ code: 0, err: '' })
  const restored = await running(elsewhere)
  expect(await restored.titles()).toEqual([GITLAB])
  expect(await (await restored.report(idIn(imported.out))).text()).toContain('Take LVM snapshots hourly')
  expect(readFileSync(file).includes(readFileSync(join(dataDir, 'operator.key')))).toBe(false)
}, 30_000)

test('nothing is overwritten without a word: not a file, not a running instance, not a database', async () => {
  const dataDir = newFolder()
  await candor(dataDir, 'import', incident('gitlab-2017-01-31'))
  const file = join(newFolder(), 'monday.candor')
  await candor(dataDir, 'backup', file)
  const again = await candor(dataDir, 'backup', file)
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringContaining('exists already and was left as it is'),
  ])

  await candor(dataDir, 'import', incident('fastly-2021-06-08'))
  const kept = await candor(dataDir, 'restore', file)
  expect([kept.code, kept.err]).toEqual([1, expect.stringContaining('holds a database already')])

  const server = await running(dataDir)
  const busy = await candor(dataDir, 'restore', file, '--force')
  expect([busy.code, busy.err]).toEqual([1, expect.stringContaining('Stop it first')])
  await server.kill() // what it wrote last is in the log beside the database

  expect(await candor(dataDir, 'restore', file, '--force')).toMatchObject({ code: 0 })
  const old = readdirSync(dataDir).find((name) => /before-restore.*\.db$/.test(name))
  const before = new DatabaseSync(join(dataDir, old ?? ''))
  expect(before.prepare('SELECT count(*) AS count FROM postmortems').get()?.count).toBe(2)
  before.close()
  expect(await (await running(dataDir)).titles()).toEqual([GITLAB])
}, 30_000)

test('a damaged document is named and the rest still opens', async () => {
  const dataDir = newFolder()
  const bad = idIn((await candor(dataDir, 'import', incident('gitlab-2017-01-31'))).out)
  const good = idIn((await candor(dataDir, 'import', incident('fastly-2021-06-08'))).out)
  const database = new DatabaseSync(join(dataDir, 'candor.db'))
  database
    .prepare('UPDATE content_snapshots SET bytes = ? WHERE postmortem_id = ?')
    .run(Buffer.alloc(64, 255), bad)
  database.close()
  const verified = await candor(dataDir, 'verify')
  expect([verified.code, verified.err + verified.out]).toEqual([1, expect.stringContaining(GITLAB)])
  expect(verified.err + verified.out).not.toContain('Customer configuration')
  const server = await running(dataDir)
  expect((await server.report(good)).status).toBe(200)
  expect(await server.titles()).toHaveLength(2)

  const open = async (id: string) => {
    const postmortemId = id as PostmortemId // printed by the command line
    await joinMeeting({ address: server.address, cookie: server.cookie }, postmortemId)
    const headers = { cookie: server.cookie }
    const client = connectClient({ address: server.address, postmortemId, headers })
    onTestFinished(() => client.close())
    await vi.waitFor(() => expect(client.isSynced()).toBe(true))
    client.edit((doc) => summaryOf(doc).insert(0, 'Written today. '))
    await client.barrier()
    return client
  }
  const [damaged, sound] = [await open(bad), await open(good)]
  expect(damaged.heard).toContainEqual({ type: 'damaged' })
  expect(sound.heard).not.toContainEqual({ type: 'damaged' })
  damaged.close()
  sound.close()
  await server.stop() // the sound one is compacted, the damaged one kept as evidence
  const after = new DatabaseSync(join(dataDir, 'candor.db'))
  const bytesOf = (id: string) =>
    after.prepare('SELECT hex(bytes) AS hex FROM content_snapshots WHERE postmortem_id = ?').get(id)?.hex
  expect(bytesOf(bad)).toBe('FF'.repeat(64))
  after.close()
  const again = await running(dataDir)
  expect(await (await again.report(bad)).text()).toContain('Written today.')
}, 30_000)

test('a gap in a meeting’s log is named, and so is a file that is no database of ours', async () => {
  const dataDir = newFolder()
  const { out } = await candor(dataDir, 'import', incident('gitlab-2017-01-31'))
  const database = new DatabaseSync(join(dataDir, 'candor.db'))
  database.exec('UPDATE meeting_entries SET from_version = from_version + 1')
  database.close()
  const verified = await candor(dataDir, 'verify', '--json')
  expect(verified.code).toBe(1)
  expect(JSON.parse(verified.out).damages).toMatchObject([{ part: 'meeting', postmortemId: idIn(out) }])

  await candor(dataDir, 'import', incident('fastly-2021-06-08'))
  const unreadable = new DatabaseSync(join(dataDir, 'candor.db'))
  unreadable.prepare("UPDATE meeting_entries SET events = 'torn' WHERE from_version = 1").run()
  unreadable.close()
  const fastly = 'Customer configuration triggered a dormant bug'
  expect(await (await running(dataDir)).titles()).toEqual([fastly]) // the other one does not take the list down

  const text = join(newFolder(), 'notes.txt')
  writeFileSync(text, 'not a database at all')
  expect((await candor(dataDir, 'verify', text)).code).toBe(1)
  const refused = await candor(newFolder(), 'restore', text)
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('is damaged. Nothing was changed.'),
  ])
}, 30_000)
