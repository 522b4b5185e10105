import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { databasePathIn } from '../../server/dataDir.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { connectClient, syncUrl } from '../harness/connectClient.ts'
import { openRawSocket } from '../harness/rawSocket.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'

/** Another program takes the database and keeps it. */
function takeDatabase({ dataDir }: TestServer): { giveBack: () => void } {
  const other = new DatabaseSync(databasePathIn(dataDir))
  other.exec('BEGIN EXCLUSIVE')
  let isGiven = false
  const giveBack = () => {
    if (isGiven) return
    isGiven = true
    other.exec('ROLLBACK')
    other.close()
  }
  onTestFinished(giveBack)
  return { giveBack }
}

async function meetingWith(server: TestServer) {
  const fay = await server.visitor('Fay')
  const ids = await startedPostmortem(fay)
  const connect = (who: Visitor) =>
    connectClient({
      address: server.address,
      postmortemId: ids.postmortemId,
      headers: { cookie: who.cookie },
    })
  return { fay, ...ids, connect }
}

test('while another program holds the database, a command is refused by name, and nobody else waits for it', async () => {
  const server = await startTestServer()
  const { fay, meetingId } = await meetingWith(server)
  const before = server.entryCount(meetingId)
  const { giveBack } = takeDatabase(server)
  const order: string[] = []
  const refused = fay.command(meetingId, { type: 'startMeeting' }).finally(() => order.push('command'))
  for (let asked = 0; asked < 20; asked++) await fay.get('/api/me')
  order.push('twenty readers')
  expect(await refused).toMatchObject({
    status: 503,
    body: { reason: 'notStorable', sentence: expect.stringContaining('Nothing was changed') },
  })
  expect(order).toEqual(['twenty readers', 'command'])
  expect(server.entryCount(meetingId)).toBe(before)
  giveBack()
  expect((await fay.command(meetingId, { type: 'startMeeting' })).status).toBe(200)
})

test('a command waits out somebody else’s short write, and happens once', async () => {
  const server = await startTestServer()
  const { fay, meetingId } = await meetingWith(server)
  const before = server.entryCount(meetingId)
  const { giveBack } = takeDatabase(server)
  const answer = fay.command(meetingId, { type: 'startMeeting' })
  for (let asked = 0; asked < 20; asked++) await fay.get('/api/me')
  giveBack()
  expect((await answer).status).toBe(200)
  expect(server.entryCount(meetingId)).toBe(before + 1)
})

test('with the database away, people go on writing, come in and are told; once it is back, all of it is saved', async () => {
  const server = await startTestServer()
  const { fay, postmortemId, connect } = await meetingWith(server)
  const sam = await server.visitor('Sam')
  await sam.join(postmortemId)
  const writer = connect(fay)
  await vi.waitFor(() => expect(writer.isSynced()).toBe(true))
  const { giveBack } = takeDatabase(server)

  const type = (word: string) => writer.edit((doc) => summaryOf(doc).insert(0, word))
  type('first ')
  const durable = writer.barrier()
  await vi.waitFor(() => expect(writer.heard).toContainEqual({ type: 'notStored' }), 5_000)
  const reader = connect(sam)
  await vi.waitFor(() => expect(summaryOf(reader.doc).toString()).toBe('first '))
  type('second ')
  await vi.waitFor(() => expect(summaryOf(reader.doc).toString()).toBe('second first '))
  expect((await sam.join(postmortemId)).status).toBe(200) // a member writes nothing by coming back
  const stranger = await server.visitor('Olu').catch((error: Error) => error.message)
  expect(stranger).toContain('503')
  const ready = await fetch(`${server.address}/readyz`)
  expect([ready.status, await ready.json()]).toMatchObject([503, { reasons: ['contentNotStored'] }])

  giveBack()
  await durable
  await writer.barrier()
  expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
  for (const client of [writer, reader]) client.close()
  await server.close()
  const again = await startTestServer({ dataDir: server.dataDir })
  const returned = connectClient({ address: again.address, postmortemId, headers: { cookie: fay.cookie } })
  await vi.waitFor(() => expect(summaryOf(returned.doc).toString()).toBe('second first '))
  returned.close()
})

test('a database that cannot even be read ends no process: whoever comes is asked to come back, and can', async () => {
  const server = await startTestServer()
  const { fay, connect } = await meetingWith(server)
  const other = new DatabaseSync(databasePathIn(server.dataDir))
  other.exec('ALTER TABLE sessions RENAME TO sessions_elsewhere')
  const come = () => openRawSocket(syncUrl(server.address), { cookie: fay.cookie })
  expect(await come().closed).toBe(closeCodes.storageAway.code)
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  other.exec('ALTER TABLE sessions_elsewhere RENAME TO sessions')
  other.close()
  const client = connect(fay)
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  client.close()
})
