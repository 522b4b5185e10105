import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'
import { readContentRows } from '../../../server/collaboration/contentRows.ts'
import type { MeetingId, PostmortemId } from '../../../shared/ids.ts'
import { startPostmortemEndpoint } from '../../../shared/wire/postmortems.ts'
import { askServer, joinMeeting, signIn } from '../../harness/askServer.ts'
import { ownerCookieAt } from '../../harness/owners.ts'
import { type SpawnedServer, spawnServer } from '../../harness/spawnServer.ts'
import { type HonestRoom, openHonestRoom } from './honestRoom.ts'
import { namesOf, type Siege } from './siege.ts'

export type PreparedSiege = {
  /** The room on a server of its own, as it was before anybody wrote anything. */
  open: (
    execArgv?: string[],
  ) => Promise<{ server: SpawnedServer; room: HonestRoom; siege: Siege; dataDir: string }>
  discard: () => void
}

/** So that a slow request is not waited for longer than a test is. */
const variables = { LIMIT_HEADERS_SECONDS: '1', LIMIT_REQUEST_SECONDS: '4' }

/** Five people and their postmortem, kept on disk: every run begins from the very same bytes. */
export async function prepareSiege(): Promise<PreparedSiege> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-siege-'))
  const dataDir = join(folder, 'before')
  const server = await spawnServer({ dataDir })
  const { address } = server
  const cookies: string[] = []
  for (const name of ['Fay', 'Noor', 'Sam', 'Ada', 'Olu']) cookies.push((await signIn(address, name)).cookie)
  const asking = cookies.map((cookie) => ({ address, cookie }))
  const body = { title: 'Checkout slowed', severity: 'SEV-2' }
  const [founder = { address, cookie: null }] = asking
  const ids: { postmortemId: PostmortemId; meetingId: MeetingId } = await askServer(
    founder,
    startPostmortemEndpoint,
    { body },
  )
  for (const person of asking) await joinMeeting(person, ids.postmortemId)
  await server.stop()
  let runs = 0

  return {
    open: async (execArgv = []) => {
      const copy = join(folder, `run ${++runs}`)
      cpSync(dataDir, copy, { recursive: true })
      const running = await spawnServer({ dataDir: copy, execArgv, variables })
      const room = await openHonestRoom(running.address, ids.postmortemId, cookies)
      const { victim } = room
      const ownerCookie = ownerCookieAt(running.address)
      const siege = { address: running.address, ownerCookie, ...ids, ...namesOf(ids.postmortemId), victim }
      return { server: running, room, siege, dataDir: copy }
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What is on disk of the room, written out whole. */
export function storedContent(dataDir: string, postmortemId: PostmortemId): Uint8Array {
  using database = new DatabaseSync(join(dataDir, 'candor.db'), { readOnly: true })
  const { snapshot, updates } = readContentRows(database, postmortemId)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const bytes of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, bytes)
  })
  return Y.encodeStateAsUpdate(doc)
}
