import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { parseEnv } from '../../server/env.ts'
import { startServer } from '../../server/startServer.ts'
import type { MeetingId, PersonId, PostmortemId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import { openStageEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer, signIn } from './askServer.ts'
import { ownerCookieAt, ownIn } from './owners.ts'

export type Reply = { status: number; body: Record<string, unknown> & { reason?: string; sentence?: string } }

export type Visitor = {
  cookie: string
  personId: PersonId
  /** Any request as this person; the body is sent as JSON, or as it is when it is text. */
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Reply>
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>
  join: (postmortemId: PostmortemId, asObserver?: boolean) => Promise<Reply>
  command: (meetingId: MeetingId, command: MeetingCommand, commandId?: string) => Promise<Reply>
}

export type TestServer = {
  address: string
  dataDir: string
  /** Lines of the log, as they were written. */
  logged: { level: number; msg: string }[]
  /** What the terminal would show; null where there was an owner at the start. */
  setUpLink: string | null
  /** A colleague of this name. */
  visitor: (name: string) => Promise<Visitor>
  visitorWith: (cookie: string) => Promise<Visitor>
  owner: () => Promise<Visitor>
  stageKey: (asking: Visitor, postmortemId: PostmortemId) => Promise<string>
  /** How many commands the log holds. */
  entryCount: (meetingId: MeetingId) => number
  close: () => Promise<void>
}

/** The whole server in this process: a folder of its own, a free port, a clock that stands still. */
export async function startTestServer({
  now = Date.UTC(2026, 2, 10, 10),
  clock = () => now,
  dataDir = mkdtempSync(join(tmpdir(), 'candor-server-')),
  variables = {},
}: {
  now?: number
  /** One that moves. */
  clock?: () => number
  dataDir?: string
  /** As the environment would set them. */
  variables?: Record<string, string>
} = {}): Promise<TestServer> {
  const logged: TestServer['logged'] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const env = parseEnv({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'debug', ...variables })
  if (!env.ok) throw new Error(env.problem.join(' '))
  const { address, setUpLink, close } = await startServer({ env: env.value, clock, log })
  ownIn(address, dataDir)
  let isClosed = false
  const closeOnce = async () => {
    if (isClosed) return
    isClosed = true
    await close()
  }
  onTestFinished(async () => {
    await closeOnce()
    rmSync(dataDir, { recursive: true, force: true })
  })
  let commands = 0

  const visitorWith = async (cookie: string): Promise<Visitor> => {
    const post: Visitor['post'] = (path, body, headers) =>
      request(address + path, {
        method: 'POST',
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    const get: Visitor['get'] = (path, headers) =>
      request(address + path, { headers: { cookie, ...headers } })
    const me = await get('/api/me')
    return {
      cookie,
      personId: (me.body.person as { personId: PersonId }).personId, // the answer’s own shape
      post,
      get,
      join: (postmortemId, asObserver = false) =>
        post(`/api/postmortems/${postmortemId}/join`, { asObserver }),
      command: (meetingId, command, commandId = `c${++commands}`) =>
        post(`/api/meetings/${meetingId}/commands`, { commandId, command }),
    }
  }

  return {
    address,
    dataDir,
    setUpLink,
    logged,
    visitor: async (name) => visitorWith((await signIn(address, name)).cookie),
    visitorWith,
    owner: () => visitorWith(ownerCookieAt(address)),
    stageKey: async ({ cookie }, postmortemId) =>
      (await askServer({ address, cookie }, openStageEndpoint, { params: { postmortemId } })).stageKey,
    entryCount: (meetingId) => {
      const database = new DatabaseSync(join(dataDir, 'candor.db'), { readOnly: true })
      const row = database
        .prepare('SELECT count(*) AS count FROM meeting_entries WHERE meeting_id = ?')
        .get(meetingId)
      database.close()
      return Number(row?.count)
    },
    close: closeOnce,
  }
}

async function request(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init)
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
}

/** Someone starts a postmortem and so facilitates its meeting. */
export async function startedPostmortem(facilitator: Visitor) {
  const { body } = await facilitator.post('/api/postmortems', { title: 'Checkout slowed', severity: 'SEV-2' })
  return body as unknown as { postmortemId: PostmortemId; meetingId: MeetingId } // the answer’s own shape
}
