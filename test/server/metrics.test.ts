import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backup } from '../../server/cli/backup.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { connectClient } from '../harness/connectClient.ts'
import { startedPostmortem, startTestServer, type TestServer } from '../harness/startTestServer.ts'

/** The value of each line, by name and labels. */
async function figuresOf({ address }: TestServer): Promise<Record<string, number>> {
  const text = await (await fetch(`${address}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => line.split(/ (?=\S+$)/)).map(([name, value]) => [name, Number(value)]),
  )
}

test('what happens in the rooms is counted and timed, and nothing in it says who or what', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay Quartz')
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  const connect = () =>
    connectClient({ address: server.address, postmortemId, headers: { cookie: fay.cookie } })
  const clients = [connect(), connect()]
  await vi.waitFor(() => expect(clients.every((client) => client.isSynced())).toBe(true))
  for (let edits = 0; edits < 3; edits++) clients[0]?.edit((doc) => summaryOf(doc).insert(0, 'Heron '))
  await clients[0]?.barrier()
  await fay.command(meetingId, { type: 'endMeeting' })
  await fay.get('/api/postmortems/no/such')

  const figures = await figuresOf(server)
  expect(figures).toMatchObject({
    candor_rooms: 1,
    candor_people: 1,
    candor_sockets: 2,
    candor_edit_seconds_count: 3,
    candor_store_lag_seconds_count: 3,
    candor_store_waiting_changes: 0,
    candor_store_waiting_bytes: 0,
    'candor_refusals_total{door="command",reason="meetingNotStarted"}': 1,
    'candor_refusals_total{door="http",reason="noSuchAddress"}': 1,
    'candor_http_seconds_count{method="POST",route="/api/meetings/:meetingId/commands",status="409"}': 1,
  })
  expect(figures.candor_edit_seconds_sum).toBeGreaterThan(0)
  expect(figures.candor_store_lag_seconds_sum).toBeGreaterThan(figures.candor_edit_seconds_sum ?? 0)
  expect(figures.candor_database_bytes).toBeGreaterThan(4_096)
  expect(figures).not.toHaveProperty('candor_backup_age_seconds')

  const text = await (await fetch(`${server.address}/metrics`)).text()
  for (const hidden of [postmortemId, meetingId, fay.personId, 'Fay', 'Quartz', 'Heron', 'Checkout'])
    expect(text).not.toContain(hidden)

  for (const client of clients) client.close()
  await vi.waitFor(async () => {
    const after = await figuresOf(server)
    expect(after).toMatchObject({ candor_rooms: 0, candor_sockets: 0, candor_people: 0 })
    expect(after['candor_socket_closes_total{reason="left"}']).toBe(2)
  })
})

test('only this machine reads the metrics, or whoever has the operator key', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const status = async (headers: Record<string, string>) => (await fay.get('/metrics', headers)).status
  expect(await status({})).toBe(200)
  expect(await status({ 'x-forwarded-for': '127.0.0.1' })).toBe(404) // a proxy passes on what came from anywhere
  const key = readFileSync(join(server.dataDir, 'operator.key'), 'utf8').trim()
  expect(await status({ 'x-forwarded-for': '10.0.0.9', authorization: `Operator ${key}` })).toBe(200)
  expect(await status({ 'x-forwarded-for': '10.0.0.9', authorization: `Operator ${key}x` })).toBe(404)
})

test('the age of the newest backup is known once there is one', async () => {
  const now = Date.now() + 3_600_000
  const server = await startTestServer({ now })
  const quiet = { say: () => {}, complain: () => {} }
  expect(await backup(server.dataDir, join(server.dataDir, 'monday.candor'), quiet)).toBe(0)
  const { candor_backup_age_seconds } = await figuresOf(server)
  expect(candor_backup_age_seconds).toBeGreaterThan(3_000)
  expect(candor_backup_age_seconds).toBeLessThan(3_700)
})
