import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { gitlab, type SyncServer, startSyncServer, tuesday } from '../harness/startSyncServer.ts'

let server: SyncServer
beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(() => server.close())

const summary = (doc: Y.Doc) => doc.getText('summary').toString()
const write = (text: string) => (doc: Y.Doc) => doc.getText('summary').insert(0, text)

test('what one person writes, the others read, and whoever comes later', async () => {
  const fay = server.connect('fay')
  const sam = server.connect('sam')
  await vi.waitFor(() => expect(fay.isSynced() && sam.isSynced()).toBe(true))
  fay.edit(write('The wrong host. '))
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('The wrong host. '))
  const noor = server.connect('noor')
  await vi.waitFor(() => expect(summary(noor.doc)).toBe('The wrong host. '))
  expect(server.reported).toEqual([])
})

test('what was durable is there after everyone left and the server started again', async () => {
  const fay = server.connect('fay')
  fay.edit(write('Kept'))
  await fay.barrier()
  const directory = server.databasePath.replace(/\/candor\.db$/, '')
  await server.close()
  server = await startSyncServer({ directory })
  const sam = server.connect('sam')
  await vi.waitFor(() => expect(summary(sam.doc)).toBe('Kept'))
  expect(summary(await server.collaboration.readContent(gitlab))).toBe('Kept')
})

test('a late joiner hears how the meeting stands, and a change of the meeting reaches everyone', async () => {
  const fay = server.connect('fay')
  const screen = server.connect('screen')
  await vi.waitFor(() => expect(fay.snapshots).toHaveLength(1))
  await vi.waitFor(() => expect(screen.snapshots).toHaveLength(1))
  server.meeting.send('fay', { type: 'startMeeting' })
  server.collaboration.publishMeeting(tuesday)
  for (const client of [fay, screen]) {
    await vi.waitFor(() => expect(client.snapshots.at(-1)?.meeting.status).toBe('live'))
  }
  const late = server.connect('ada')
  await vi.waitFor(() => expect(late.snapshots.at(-1)?.meeting.status).toBe('live'))
})

test('a page can ask for the meeting again and for the time', async () => {
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  fay.ask({ type: 'askMeeting' })
  fay.ask({ type: 'askTime', sentAt: 7 })
  await vi.waitFor(() => expect(fay.snapshots.length).toBeGreaterThanOrEqual(2))
  await vi.waitFor(() =>
    expect(fay.heard).toContainEqual({ type: 'time', sentAt: 7, serverNow: server.meeting.now() }),
  )
})

test('what a reader of the content gets is a copy', async () => {
  const fay = server.connect('fay')
  fay.edit(write('Mine'))
  await fay.barrier()
  const copy = await server.collaboration.readContent(gitlab)
  copy.getText('summary').insert(0, 'Not ')
  expect(summary(await server.collaboration.readContent(gitlab))).toBe('Mine')
})
