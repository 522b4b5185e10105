import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databasePathIn } from '../../server/dataDir.ts'
import { sqliteMeetingLog } from '../../server/meetings/sqliteMeetingLog.ts'
import { newId } from '../../server/newId.ts'
import { createPostmortem } from '../../server/postmortems/createPostmortem.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { firstWorkspace } from '../../server/workspaces/workspaceRows.ts'
import { impactOf, summaryOf } from '../../shared/content/contentDoc.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { type Client, connectClient } from '../harness/connectClient.ts'
import { spawnServer } from '../harness/spawnServer.ts'
import { quantile } from './quantile.ts'
import { twoHourMeeting } from './twoHourMeeting.ts'

/**
 * How long an edit takes to be seen by others, quiet and while `candor backup` copies and verifies a large database, by
 * turns in one run: `node launch.mjs test/bench/backupWhileTyping.ts`
 */

const POSTMORTEMS = 350
const ROUNDS = 3
const BACKGROUND_TYPISTS = 4

const dataDir = mkdtempSync(join(tmpdir(), 'candor-backup-bench-'))
fill()
const server = await spawnServer({ dataDir })
const people = await Promise.all(
  Array.from({ length: BACKGROUND_TYPISTS + 2 }, async (_, person) => ({
    address: server.address,
    ...(await signIn(server.address, `Person ${person}`)),
  })),
)
const [founder] = people
if (!founder) throw new Error('Nobody is there.')
const postmortemId = await startPostmortem(founder, 'The room in question')
for (const person of people) await joinMeeting(person, postmortemId)
const clients = people.map(({ cookie }) =>
  connectClient({ address: server.address, postmortemId, headers: { cookie } }),
)
while (!clients.every((client) => client.isSynced())) await pause(10)
const [writer, reader, ...typists] = clients
if (!writer || !reader) throw new Error('Nobody is there.')
const typing = typists.map((typist) =>
  setInterval(() => typist.edit((doc) => impactOf(doc).insert(0, 'x')), 100),
)

const quiet: number[] = []
const during: number[] = []
const tookMs: number[] = []
await sample(writer, reader, [], pause(1_000)) // warm
for (let round = 0; round < ROUNDS; round++) {
  const startedAt = performance.now()
  await sample(writer, reader, during, backup(join(dataDir, `${round}.candor`)))
  const lastedMs = performance.now() - startedAt
  tookMs.push(lastedMs)
  await sample(writer, reader, quiet, pause(lastedMs))
}

const inMs = (values: number[], share: number) => Number(quantile(values, share).toFixed(2))
const figures = (values: number[]) => ({
  edits: values.length,
  p50: inMs(values, 0.5),
  p95: inMs(values, 0.95),
  p99: inMs(values, 0.99),
  most: inMs(values, 1),
})
const databaseMiB = Math.round(statSync(databasePathIn(dataDir)).size / 2 ** 20)
console.log(
  JSON.stringify({
    databaseMiB,
    backupMs: inMs(tookMs, 0.5),
    quiet: figures(quiet),
    during: figures(during),
  }),
)

for (const timer of typing) clearInterval(timer)
for (const client of clients) client.close()
await server.stop()
rmSync(dataDir, { recursive: true })

function fill(): void {
  const database = openDatabase(databasePathIn(dataDir))
  const dependencies = { database, log: sqliteMeetingLog(database), clock: Date.now, newId }
  const { state } = twoHourMeeting()
  const put = database.prepare('UPDATE content_snapshots SET bytes = ? WHERE postmortem_id = ?')
  const maker = { by: null, workspaceId: firstWorkspace(database) }
  for (let made = 0; made < POSTMORTEMS; made++) {
    put.run(state, createPostmortem(dependencies, emptyDraft(`Incident ${made}`, null), maker).postmortemId)
  }
  database.close()
}

/** One edit after the other, each once the last was seen, for as long as `work` goes on. */
async function sample(from: Client, to: Client, latencies: number[], work: Promise<unknown>): Promise<void> {
  let isDone = false
  void work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const mark = `m${performance.now()}`
    const startedAt = performance.now()
    const seen = new Promise<void>((resolve) => {
      const look = () => {
        if (!summaryOf(to.doc).toString().startsWith(mark)) return
        to.doc.off('update', look)
        resolve()
      }
      to.doc.on('update', look)
    })
    from.edit((doc) => {
      const text = summaryOf(doc)
      text.delete(0, text.length)
      text.insert(0, mark)
    })
    await seen
    latencies.push(performance.now() - startedAt)
    await pause(10)
  }
  await work
}

function backup(file: string): Promise<void> {
  return new Promise((done, failed) => {
    const node = ['--disable-warning=ExperimentalWarning', 'server/candor.ts', 'backup', file]
    execFile(process.execPath, node, { env: { ...process.env, DATA_DIR: dataDir } }, (error) =>
      error ? failed(error) : done(),
    )
  })
}
