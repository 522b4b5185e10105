import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import type { Collaboration } from '../../server/collaboration/collaboration.ts'
import { createCollaboration } from '../../server/collaboration/collaborationServer.ts'
import type { StartLogThread } from '../../server/collaboration/contentLog.ts'
import type { KeepLooking } from '../../server/collaboration/watchAccess.ts'
import { createAddressOf } from '../../server/http/addressOf.ts'
import { createOwnAddress } from '../../server/http/ownAddress.ts'
import { defaultLimits, type Limits } from '../../server/limits.ts'
import { createAttendanceBook } from '../../server/meetings/attendanceBook.ts'
import type { MeetingLog } from '../../server/meetings/meetingLog.ts'
import { createMetrics } from '../../server/operating/metrics.ts'
import type { Principal } from '../../server/people/principal.ts'
import type { Reading } from '../../server/people/reading.ts'
import type { PostmortemId, SessionId } from '../../shared/ids.ts'
import { asMeeting, asPerson, asPostmortem } from '../shared/ids.ts'
import { scheduledMeeting } from '../shared/openMeeting.ts'
import { type Client, type ConnectOptions, connectClient } from './connectClient.ts'
import { openContentTables } from './openContentTables.ts'

export const gitlab = asPostmortem('gitlab')
export const tuesday = asMeeting('tuesday')

export type SyncServer = {
  address: string
  databasePath: string
  database: DatabaseSync
  collaboration: Collaboration
  meeting: ReturnType<typeof scheduledMeeting>
  /** Whatever the server reported as a bug or a fault. */
  reported: unknown[]
  logged: { level: number; msg?: string; code?: number }[]
  /** Members are fay, noor, sam, ada and olu, who observes; `screen` is the projector. */
  connect: (who: string, options?: Partial<ConnectOptions>) => Client
  close: () => Promise<void>
}

/** The collaboration server alone, on a port of its own, with a meeting at hand and no HTTP beside it. */
export async function startSyncServer({
  directory = mkdtempSync(join(tmpdir(), 'candor-sync-')),
  startThread,
  port = 0,
  limits = {},
  reading = openToAll,
  keepLooking,
}: {
  directory?: string
  startThread?: StartLogThread
  port?: number
  limits?: Partial<Limits>
  reading?: Reading
  keepLooking?: KeepLooking
} = {}): Promise<SyncServer> {
  const databasePath = join(directory, 'candor.db')
  const database = openContentTables(databasePath)
  const meeting = scheduledMeeting()
  const reported: unknown[] = []
  const logged: SyncServer['logged'] = []
  const collaboration = createCollaboration({
    database,
    databasePath,
    log: logOf(meeting),
    // Everybody of this harness may read all there is; a shared screen what it is for.
    reading,
    isStillIn: () => true,
    attendance: createAttendanceBook(meeting.now),
    addressOf: createAddressOf(() => false),
    ownAddress: createOwnAddress({ host: '127.0.0.1', publicUrl: null, machineName: 'here' }),
    limits: { ...defaultLimits, ...limits },
    principalOfUpgrade: ({ headers, url }) => principalNamed(headers.cookie, url),
    clock: meeting.now,
    metrics: createMetrics(),
    logger: pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) }),
    report: (error) => reported.push(error),
    ...(startThread && { startThread }),
    ...(keepLooking && { keepLooking }),
  })
  const server = createServer().on('upgrade', collaboration.handleUpgrade)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  // A server that listens on TCP has an address object.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clients: Client[] = []
  let isClosed = false
  return {
    address,
    databasePath,
    database,
    collaboration,
    meeting,
    reported,
    logged,
    connect: (who, options = {}) => {
      const credentials =
        who === 'screen' ? { stageKey: 'gitlab' } : { headers: { cookie: `candor_session=${who}` } }
      const client = connectClient({ address, postmortemId: gitlab, ...credentials, ...options })
      clients.push(client)
      return client
    },
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const client of clients) client.close()
      await collaboration.close()
      await new Promise((resolve) => server.close(resolve))
      database.close()
    },
  }
}

const openToAll: Reading = {
  isReader: () => true,
  mayRead: (principal, id) => principal?.as !== 'projector' || principal.postmortemId === id,
  visitOf: () => null,
}

function principalNamed(cookie: string | undefined, url = ''): Principal | null {
  const stage = new URL(url, 'http://localhost').searchParams.get('stage')
  if (stage) return { as: 'projector', postmortemId: asPostmortem(stage), stageKeyHash: '' }
  const name = cookie?.split('=')[1]
  if (name === 'operator') return { as: 'operator' }
  return name
    ? { as: 'person', person: { personId: asPerson(name), name }, sessionId: name as SessionId } // an id of this harness
    : null
}

function logOf(room: ReturnType<typeof scheduledMeeting>): MeetingLog {
  const unused = () => {
    throw new Error('The collaboration server only reads the log.')
  }
  return {
    create: unused,
    append: unused,
    has: unused,
    entries: unused,
    meetingsOf: unused,
    load: (meetingId) =>
      meetingId === tuesday
        ? { postmortemId: gitlab, meetingId, version: room.log.length, meeting: room.sees() }
        : null,
    meetingOf: (postmortemId: PostmortemId) => (postmortemId === gitlab ? tuesday : null),
  }
}
