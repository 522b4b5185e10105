import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { compactContent, storeBatch } from '../../server/collaboration/contentRows.ts'
import { EDITOR_SCHEMA } from '../../shared/content/contentDoc.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { contentDocumentName, presenceDocumentName } from '../../shared/wire/documentNames.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import { joinMeeting, signIn, startPostmortem } from '../harness/askServer.ts'
import { spawnServer } from '../harness/spawnServer.ts'
import type { BenchServer } from './benchServer.ts'
import { connectHocuspocus } from './connectHocuspocus.ts'
import { measuredArgs, usageOf } from './measuredProcess.ts'
import type { TwoHourMeeting } from './twoHourMeeting.ts'

/** The product itself, with sessions, meetings and the disk. `execArgv` may hold a profiler's switches. */
export async function startOurServer(execArgv: string[] = []): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-bench-'))
  const databasePath = join(dataDir, 'candor.db')
  const server = await spawnServer({ dataDir, execArgv: [...measuredArgs, ...execArgv] })
  const url = `${server.address.replace('http', 'ws')}/sync?protocol=${PROTOCOL_VERSION}&editor=${EDITOR_SCHEMA}`
  const cookies: string[] = []
  const cookieOf = async (seat: number) => {
    cookies[seat] ??= (await signIn(server.address, `Person ${seat + 1}`)).cookie
    return cookies[seat]
  }

  return {
    openRoom: async (held) => {
      const founder = { address: server.address, cookie: await cookieOf(0) }
      const postmortemId = await startPostmortem(founder, 'A room to measure')
      if (held) putOnDisk(databasePath, postmortemId, held)
      let seats = 0
      return {
        takeSeat: async () => {
          const cookie = await cookieOf(seats++)
          await joinMeeting({ address: server.address, cookie }, postmortemId)
          const presenceName = presenceDocumentName(postmortemId)
          return () =>
            connectHocuspocus({
              url,
              name: contentDocumentName(postmortemId),
              candor: { cookie, presenceName },
            })
        },
      }
    },
    usage: () => usageOf(server.process),
    bytesOnDisk: () => {
      using database = new DatabaseSync(databasePath)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      return statSync(databasePath).size
    },
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** As the server itself would have left it: a snapshot of an earlier moment, and what came after. Nobody has opened it. */
function putOnDisk(databasePath: string, postmortemId: PostmortemId, held: TwoHourMeeting): void {
  using database = new DatabaseSync(databasePath)
  database.exec('PRAGMA busy_timeout = 5000')
  compactContent(database, { postmortemId, sequence: 1, bytes: held.snapshot })
  const updates = held.tail.map((bytes, position) => ({ postmortemId, sequence: position + 2, bytes }))
  storeBatch(database, { updates, writers: [], changes: [], incidents: [], checkpoints: [] })
}
