import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { verifyDatabase } from '../../server/cli/verifyDatabase.ts'
import { databasePathIn } from '../../server/dataDir.ts'
import { addDueCheckpoint, readCheckpointContent } from '../../server/history/checkpointRows.ts'
import { addCard, cardTextOf, readCards } from '../../shared/content/cards.ts'
import { copyContent, readContentCopy } from '../../shared/content/contentCopy.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import type { MeetingCommand } from '../../shared/meeting/commands.ts'
import {
  type Checkpoint,
  listCheckpointsEndpoint,
  readCheckpointEndpoint,
  readWritersEndpoint,
} from '../../shared/wire/history.ts'
import { type Client, connectClient } from '../harness/connectClient.ts'
import { heldLogThread } from '../harness/heldLogThread.ts'
import { gitlab, startSyncServer } from '../harness/startSyncServer.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'
import { asCard, asItem } from '../shared/ids.ts'

const NOW = Date.UTC(2026, 2, 10, 10)

type Opened = { server: TestServer; fay: Visitor; postmortemId: PostmortemId; meetingId: MeetingId }

async function open(): Promise<Opened> {
  const server = await startTestServer({ now: NOW })
  const fay = await server.visitor('Fay')
  return { server, fay, ...(await startedPostmortem(fay)) }
}

async function connect({ server, postmortemId }: Opened, visitor: Visitor): Promise<Client> {
  const client = connectClient({ address: server.address, postmortemId, headers: { cookie: visitor.cookie } })
  onTestFinished(client.close)
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  return client
}

const list = async ({ postmortemId }: Opened, visitor: Visitor): Promise<Checkpoint[]> => {
  const { body } = await visitor.get(`/api/postmortems/${postmortemId}/checkpoints`)
  return listCheckpointsEndpoint.answer.parse(body).checkpoints
}
/** Their content reaches the disk a moment after what they were made for. */
const listOnce = (opened: Opened, count: number) =>
  vi.waitFor(async () => {
    const checkpoints = await list(opened, opened.fay)
    expect(checkpoints).toHaveLength(count)
    return checkpoints
  }, 10_000)

async function read({ postmortemId }: Opened, visitor: Visitor, number: number) {
  const path = `/api/postmortems/${postmortemId}/checkpoints/${number}`
  const { body } = await visitor.get(path)
  const { content } = readCheckpointEndpoint.answer.parse(body)
  const told = await visitor.get(`${path}/writers`)
  return { content: readContentCopy(content), writers: readWritersEndpoint.answer.parse(told.body).writers }
}

const keep = ({ postmortemId }: Opened, visitor: Visitor, body: object = { for: 'keeping', name: 'Mine' }) =>
  visitor.post(`/api/postmortems/${postmortemId}/checkpoints`, body)

async function run({ fay, meetingId }: Opened, ...commands: MeetingCommand[]) {
  for (const command of commands) expect((await fay.command(meetingId, command)).status).toBe(200)
}
const summary = (client: Client, words: string) => client.edit((doc) => summaryOf(doc).insert(0, words))
const startMeeting = { type: 'startMeeting' } as const
const advanceFrom = (itemId: string) => ({ type: 'advanceAgenda', fromItemId: asItem(itemId) }) as const
const endMeeting = { type: 'endMeeting' } as const

/** The database beside the running server. */
function databaseOf({ server }: Opened): DatabaseSync {
  const database = new DatabaseSync(databasePathIn(server.dataDir), { timeout: 5_000 })
  onTestFinished(() => database.close())
  return database
}

test('the start, each advance and the end of a meeting are kept, with all that was written by then', async () => {
  const opened = await open()
  const { fay } = opened
  const page = await connect(opened, fay)
  summary(page, 'one ')
  await page.barrier()
  await run(opened, startMeeting)
  summary(page, 'two ')
  await page.barrier()
  await run(opened, advanceFrom('tone'), advanceFrom('impact'), endMeeting)
  const checkpoints = await listOnce(opened, 4)
  expect(
    checkpoints.map(({ number, occasion, by, at, readAt }) => ({ number, occasion, by, at, readAt })),
  ).toEqual(
    [
      { number: 4, occasion: { type: 'meetingEnded' } },
      { number: 3, occasion: { type: 'agendaAdvanced', title: expect.any(String) } },
      { number: 2, occasion: { type: 'agendaAdvanced', title: 'Context and impact' } },
      { number: 1, occasion: { type: 'meetingStarted' } },
    ].map((expected) => ({ ...expected, by: fay.personId, at: NOW, readAt: NOW })),
  )
  expect((await read(opened, fay, 1)).content?.summary).toBe('one ')
  expect((await read(opened, fay, 4)).content?.summary).toBe('two one ')

  // Nothing was written between the second and the fourth: they share what they hold.
  expect(checkpoints.map(({ isSameAsBefore }) => isSameAsBefore)).toEqual([true, true, false, false])
  const rows = databaseOf(opened).prepare('SELECT count(*) AS count FROM checkpoint_contents').get()
  expect(rows?.count).toBe(2)
})

test('a meeting that runs without anyone connected, or over a damaged document, is kept as far as it can be read', async () => {
  const opened = await open()
  await run(opened, startMeeting)
  await listOnce(opened, 1)
  databaseOf(opened).prepare('UPDATE content_snapshots SET bytes = ?').run(Buffer.alloc(64, 255))
  await run(opened, endMeeting)
  await listOnce(opened, 2)
  expect((await read(opened, opened.fay, 1)).content?.incident?.title).toBe('Checkout slowed')
  expect((await read(opened, opened.fay, 2)).content?.incident).toBeNull()
})

test('one made by hand has its name, is on disk when it is answered, and holds what was just written', async () => {
  const opened = await open()
  const page = await connect(opened, opened.fay)
  summary(page, 'written ')
  await page.barrier()
  const { status, body } = await keep(opened, opened.fay, {
    for: 'keeping',
    name: '  Before the vendor joins ',
  })
  expect([status, body.checkpoint]).toMatchObject([
    200,
    { number: 1, occasion: { type: 'savedByHand', name: 'Before the vendor joins' } },
  ])
  expect(
    databaseOf(opened).prepare('SELECT content_hash FROM checkpoints').get()?.content_hash,
  ).not.toBeNull()
  expect((await read(opened, opened.fay, 1)).content?.summary).toBe('written ')
  for (const name of ['', ' ', 'x'.repeat(81), 'a\nb'])
    expect((await keep(opened, opened.fay, { for: 'keeping', name })).status).toBe(400)
})

test('a checkpoint is on disk with the edits it holds, and not before', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'candor-history-'))
  const thread = heldLogThread(() => join(directory, 'candor.db'))
  const server = await startSyncServer({ directory, startThread: thread.start })
  onTestFinished(server.close)
  const fay = server.connect('fay')
  await vi.waitFor(() => expect(fay.isSynced()).toBe(true))
  thread.hold()
  summary(fay, 'written ')
  await vi.waitFor(() => expect(thread.held()).toBe(1))
  const due = addDueCheckpoint(server.database, gitlab, {
    occasion: { type: 'meetingStarted' },
    by: null,
    at: NOW,
  })
  let isKept = false
  const kept = server.collaboration.keepCheckpoint(due, NOW).then(() => {
    isKept = true
  })
  const updates = () => server.database.prepare('SELECT count(*) AS count FROM content_updates').get()?.count
  expect([isKept, updates(), readCheckpointContent(server.database, due)]).toEqual([false, 0, null])
  thread.release()
  await kept
  expect([updates(), readCheckpointContent(server.database, due)?.summary]).toEqual([1, 'written '])
})

test('what a kill fell in front of is made up for at the next start, and says when it was read', async () => {
  const opened = await open()
  const page = await connect(opened, opened.fay)
  await run(opened, startMeeting)
  await listOnce(opened, 1)
  summary(page, 'later ')
  await page.barrier()
  page.close()
  await opened.server.close()
  // As a power cut between the event and its checkpoint leaves it.
  const database = new DatabaseSync(databasePathIn(opened.server.dataDir))
  database.exec('UPDATE checkpoints SET content_hash = NULL, read_at = NULL; DELETE FROM checkpoint_contents')
  database.close()

  const again = await startTestServer({ now: NOW + 60_000, dataDir: opened.server.dataDir })
  const after = { ...opened, server: again, fay: await again.visitor('Fay') }
  const [made] = await listOnce(after, 1)
  expect(made).toMatchObject({ occasion: { type: 'meetingStarted' }, at: NOW, readAt: NOW + 60_000 })
  expect((await read(after, after.fay, 1)).content?.summary).toBe('later ')
})

test('who changed what is told by the connection, whatever the browser claims', async () => {
  const opened = await open()
  const sam = await opened.server.visitor('Sam')
  await sam.join(opened.postmortemId)
  const pages = { fay: await connect(opened, opened.fay), sam: await connect(opened, sam) }
  await run(opened, startMeeting)
  const add = (client: Client, id: string, by: Visitor) =>
    client.edit((doc) =>
      addCard(
        doc,
        { id: asCard(id), kind: 'fact', text: id, by: by.personId, createdAt: 0 },
        { by: 'import', source: '' },
      ),
    )
  add(pages.sam, 'claimed', opened.fay) // Sam’s page says that Fay wrote it
  add(pages.fay, 'shared', opened.fay)
  await vi.waitFor(() => expect(readCards(pages.sam.doc)).toHaveLength(2))
  pages.sam.edit((doc) => cardTextOf(doc, asCard('shared'))?.insert(0, 'very '))
  pages.fay.edit((doc) => doc.getMap('cards').set('<script>', 'x')) // under no id of ours
  await Promise.all([pages.sam.barrier(), pages.fay.barrier()])
  const { writers } = await read(opened, opened.fay, 1)
  expect(writers).toEqual([
    { place: 'cards/claimed', people: [sam.personId], isIncomplete: false },
    { place: 'cards/shared', people: [opened.fay.personId, sam.personId].sort(), isIncomplete: false },
  ])

  await run(opened, endMeeting) // from here on it is another stretch
  await listOnce(opened, 2)
  expect((await read(opened, opened.fay, 2)).writers).toEqual([])
})

test('what somebody brings along that another has written is put down to nobody', async () => {
  const opened = await open()
  const sam = await opened.server.visitor('Sam')
  await sam.join(opened.postmortemId)
  await run(opened, startMeeting)
  const samsPage = await connect(opened, sam)
  summary(samsPage, 'Sam’s ')
  await samsPage.barrier()
  samsPage.goOffline()
  samsPage.edit((doc) =>
    addCard(
      doc,
      { id: asCard('offline'), kind: 'fact', text: '', by: null, createdAt: 0 },
      { by: 'import', source: '' },
    ),
  )
  // Fay’s page has it from Sam’s, as it would after a crash of the server.
  await opened.server.close()
  const server = await startTestServer({ now: NOW, dataDir: opened.server.dataDir })
  const fay = connectClient({
    address: server.address,
    postmortemId: opened.postmortemId,
    headers: { cookie: opened.fay.cookie },
    doc: samsPage.doc,
  })
  onTestFinished(fay.close)
  await fay.barrier()
  const reader = await server.visitor('Ada')
  expect((await read(opened, reader, 1)).writers).toContainEqual({
    place: 'cards/offline',
    people: [],
    isIncomplete: true,
  })
  expect(copyContent(fay.doc).cards.map(({ id }) => id)).toEqual(['offline'])
})

test('who watches may look and neither keep nor go back; who has not come in is told so', async () => {
  const opened = await open()
  await keep(opened, opened.fay)
  const wei = await opened.server.visitor('Wei')
  expect((await keep(opened, wei)).body.reason).toBe('notAMember')
  await wei.join(opened.postmortemId, true)
  expect(await list(opened, wei)).toHaveLength(1)
  expect((await keep(opened, wei)).body.reason).toBe('readsOnly')
  expect((await keep(opened, wei, { for: 'restoring', number: 1 })).body.reason).toBe('readsOnly')
  const nobody = await fetch(`${opened.server.address}/api/postmortems/${opened.postmortemId}/checkpoints`)
  expect(nobody.status).toBe(401)
})

test('one person at a time goes back, and what was there before is kept first', async () => {
  const opened = await open()
  const sam = await opened.server.visitor('Sam')
  await sam.join(opened.postmortemId)
  await keep(opened, opened.fay)
  const { body } = await keep(opened, opened.fay, { for: 'restoring', number: 1 })
  expect(body.checkpoint).toMatchObject({ number: 2, occasion: { type: 'beforeRestore', number: 1 } })
  const second = await keep(opened, sam, { for: 'restoring', number: 1 })
  expect([second.status, second.body.reason]).toEqual([409, 'restoreUnderWay'])
  expect((await keep(opened, opened.fay, { for: 'restoring', number: 1 })).status).toBe(200)
})

test.each(['0', '-1', '1.5', '99', '99999999999', 'x', '1%00', '..%2f1', '__proto__'])(
  'a checkpoint called %s is not there',
  async (number) => {
    const opened = await open()
    await keep(opened, opened.fay)
    const asked = await opened.fay.get(`/api/postmortems/${opened.postmortemId}/checkpoints/${number}`)
    expect([asked.status, typeof asked.body.sentence]).toEqual([404, 'string'])
    expect((await keep(opened, opened.fay, { for: 'restoring', number: 99 })).body.reason).toBe(
      'noSuchCheckpoint',
    )
    expect((await opened.fay.get(`/api/postmortems/nowhere/checkpoints/1`)).body.reason).toBe('noSuchMeeting')
  },
)

test('a damaged checkpoint is refused by name, the others open, and verify names it', async () => {
  const opened = await open()
  await keep(opened, opened.fay)
  const page = await connect(opened, opened.fay)
  summary(page, 'more ')
  await page.barrier()
  await keep(opened, opened.fay)
  const path = databasePathIn(opened.server.dataDir)
  expect(verifyDatabase(path).damages).toEqual([])
  databaseOf(opened).exec(
    'UPDATE checkpoint_contents SET bytes = zeroblob(9) WHERE content_hash = (SELECT content_hash FROM checkpoints WHERE number = 1)',
  )
  const damaged = await opened.fay.get(`/api/postmortems/${opened.postmortemId}/checkpoints/1`)
  expect([damaged.status, damaged.body.reason]).toEqual([409, 'checkpointDamaged'])
  expect((await read(opened, opened.fay, 2)).content?.summary).toBe('more ')
  expect(verifyDatabase(path).damages).toMatchObject([
    { part: 'checkpoint', problem: 'Its checkpoint 1 cannot be read.' },
  ])
})
