import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import type { MeetingRole } from '../../shared/meeting/meeting.ts'
import {
  type CommentAnchor,
  type CommentThread,
  listCommentsEndpoint,
  MOST_COMMENT,
} from '../../shared/wire/comments.ts'
import { askServer } from '../harness/askServer.ts'
import { type Client, connectClient } from '../harness/connectClient.ts'
import { comeAsGuest, makeGuestLink } from '../harness/guests.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'
import { asCard } from '../shared/ids.ts'

const onCard: CommentAnchor = { on: 'card', id: asCard('pool') }

/** Fay facilitates, Noor takes part, Cas came by a commenter's link, Olu watches. */
async function openRoom(variables: Record<string, string> = {}) {
  const server = await startTestServer({ variables })
  const fay = await server.visitor('Fay')
  const noor = await server.visitor('Noor')
  const olu = await server.visitor('Olu')
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  await noor.join(postmortemId)
  await olu.join(postmortemId, true)
  const { key } = await makeGuestLink(server, fay, postmortemId, { role: 'commenter' })
  const cas = await comeAsGuest(server, key, 'Cas')
  await cas.join(postmortemId)
  return { server, fay, noor, olu, cas, meetingId, ...talkOn(server, postmortemId) }
}

/** What people can do with the comments of one postmortem. */
function talkOn({ address }: TestServer, postmortemId: PostmortemId) {
  const path = `/api/postmortems/${postmortemId}`
  return {
    postmortemId,
    path,
    start: (who: Visitor, id: string, text: string, more: object = {}) =>
      who.post(`${path}/threads`, {
        threadId: id,
        commentId: id,
        anchor: onCard,
        quote: 'The pool was full',
        text,
        mentions: [],
        ...more,
      }),
    reply: (who: Visitor, thread: string, id: string, text: string, mentions: string[] = []) =>
      who.post(`${path}/threads/${thread}/replies`, { commentId: id, text, mentions }),
    resolve: (who: Visitor, thread: string, isResolved = true) =>
      who.post(`${path}/threads/${thread}/resolve`, { isResolved }),
    edit: (who: Visitor, id: string, text: string) =>
      who.post(`${path}/comments/${id}/edit`, { text, mentions: [] }),
    erase: (who: Visitor, id: string) => who.post(`${path}/comments/${id}/delete`, undefined),
    threads: async ({ cookie }: Visitor): Promise<CommentThread[]> =>
      (await askServer({ address, cookie }, listCommentsEndpoint, { params: { postmortemId } })).threads,
    connect: async ({ cookie }: Visitor): Promise<Client> => {
      const client = connectClient({ address, postmortemId, headers: { cookie } })
      await vi.waitFor(() => expect(client.isSynced()).toBe(true))
      return client
    },
  }
}

const said = (threads: readonly CommentThread[]) =>
  threads.map(({ comments }) => comments.map(({ by, text }) => `${by.name}: ${text}`))
const news = ({ heard }: Client) => heard.filter(({ type }) => type === 'commentsChanged').length

test('a commenter starts a thread, answers and resolves, and everybody who reads sees it', async () => {
  const { noor, olu, cas, start, reply, resolve, threads } = await openRoom()
  expect((await start(cas, 't1', 'How do we know?')).status).toBe(200)
  expect((await reply(noor, 't1', 'c2', 'By the pool’s own log.')).status).toBe(200)
  expect(await threads(olu)).toMatchObject([
    { threadId: 't1', anchor: onCard, quote: 'The pool was full', resolved: null },
  ])
  expect(said(await threads(olu))).toEqual([['Cas: How do we know?', 'Noor: By the pool’s own log.']])
  await resolve(cas, 't1')
  expect((await threads(olu))[0]?.resolved).toMatchObject({ by: { name: 'Cas' } })
  await resolve(noor, 't1', false)
  expect((await threads(olu))[0]?.resolved).toBeNull()
})

test('a commenter cannot change a byte of the document, by comments or beside them', async () => {
  const { fay, cas, connect, start, reply, threads } = await openRoom()
  const fays = await connect(fay)
  fays.edit((doc) => summaryOf(doc).insert(0, 'The pool ran full.'))
  await fays.barrier()
  const before = Y.encodeStateAsUpdate(fays.doc)

  const cass = await connect(cas)
  cass.edit((doc) => summaryOf(doc).insert(0, 'Cas was here. '))
  cass.ask({ type: 'barrier', number: 1 })
  await vi.waitFor(() => expect(cass.heard).toContainEqual(expect.objectContaining({ reason: 'readsOnly' })))
  await start(cas, 't1', 'Which pool?')
  await reply(cas, 't1', 'c2', 'And since when?')
  await vi.waitFor(() => expect(news(fays)).toBe(2)) // whatever Cas wrote on the socket came before
  expect(said(await threads(fay))).toEqual([['Cas: Which pool?', 'Cas: And since when?']])
  await fays.barrier()
  expect(Buffer.from(Y.encodeStateAsUpdate(fays.doc)).equals(Buffer.from(before))).toBe(true)
  const later = await connect(fay)
  expect(Buffer.from(Y.encodeStateAsUpdate(later.doc)).equals(Buffer.from(before))).toBe(true)
  for (const client of [fays, cass, later]) client.close()
})

const roles: [MeetingRole, boolean][] = [
  ['facilitator', true],
  ['backupFacilitator', true],
  ['notetaker', true],
  ['participant', true],
  ['commenter', true],
  ['observer', false],
]

test.each(roles)('%s comments before, during and after the meeting: %s', async (role, may) => {
  const { fay, noor, meetingId, start, reply, edit, erase, resolve, threads } = await openRoom()
  await start(fay, 'theirs', 'Fay asks')
  if (role !== 'facilitator') await giveRole(fay, meetingId, noor, role)
  const who = role === 'facilitator' ? fay : noor
  const heard: unknown[] = []
  for (const moment of ['before', 'during', 'after']) {
    if (moment === 'during') await fay.command(meetingId, { type: 'startMeeting' })
    if (moment === 'after') await fay.command(meetingId, { type: 'endMeeting' })
    for (const answer of [
      await start(who, moment, 'A question'),
      await reply(who, 'theirs', `r-${moment}`, 'An answer'),
      await edit(who, moment, 'A better question'),
      await resolve(who, 'theirs'),
      await erase(who, moment),
    ])
      heard.push(answer.body.reason ?? 'done')
  }
  expect(new Set(heard)).toEqual(new Set([may ? 'done' : 'readsOnly']))
  expect((await threads(noor))[0]?.comments).toHaveLength(may ? 4 : 1)
})

const giveRole = (fay: Visitor, meetingId: MeetingId, { personId }: Visitor, role: MeetingRole) =>
  role === 'facilitator' ? Promise.resolve() : fay.command(meetingId, { type: 'assignRole', personId, role })

test('whoever has not joined, and the shared screen, comment on nothing; the screen is not told of it either', async () => {
  const { server, fay, postmortemId, path, start, connect } = await openRoom()
  const stranger = await server.visitor('Sid')
  expect((await start(stranger, 't1', 'Hello')).body.reason).toBe('notAMember')
  expect((await stranger.get(`${path}/comments`)).status).toBe(200)
  const stageKey = await server.stageKey(fay, postmortemId)
  const headers = { authorization: `Stage ${stageKey}` }
  expect((await fay.get(`${path}/comments`, headers)).body.reason).toBe('readsOnly')
  expect((await fay.post(`${path}/threads`, {}, headers)).body.reason).toBe('malformedRequest')

  const screen = connectClient({ address: server.address, postmortemId, stageKey })
  await vi.waitFor(() => expect(screen.isSynced()).toBe(true))
  const fays = await connect(fay)
  await start(fay, 't1', 'Hello')
  await vi.waitFor(() => expect(news(fays)).toBe(1))
  fays.edit((doc) => summaryOf(doc).insert(0, 'Afterwards'))
  await vi.waitFor(() => expect(summaryOf(screen.doc).toString()).toBe('Afterwards'))
  expect(news(screen)).toBe(0)
  for (const client of [screen, fays]) client.close()
})

test('a restricted postmortem’s comments are, to whoever may not read it, of no postmortem at all', async () => {
  const { server, fay, noor, path, start, reply, edit, erase, resolve, threads } = await openRoom()
  await start(noor, 't1', 'Seen while it was open')
  await fay.post(`${path}/audience`, { isRestricted: true, personIds: [], teamIds: [] })
  const nowhere = talkOn(server, 'never-there' as PostmortemId) // its letters fit an id
  const ask = [{ start, reply, edit, erase, resolve, path }, nowhere] as const
  const answers = await Promise.all(
    ask.map(async (talk) =>
      Promise.all([
        noor.get(`${talk.path}/comments`),
        talk.start(noor, 't2', 'Again'),
        talk.reply(noor, 't1', 'c2', 'Again'),
        talk.edit(noor, 't1', 'Again'),
        talk.resolve(noor, 't1'),
        talk.erase(noor, 't1'),
      ]),
    ),
  )
  const told = (replies: { status: number; body: { reason?: string } }[]) =>
    replies.map(({ status, body }) => [status, body.reason])
  expect(told(answers[0] ?? [])).toEqual(Array(6).fill([404, 'noSuchMeeting']))
  expect(told(answers[1] ?? [])).toEqual(told(answers[0] ?? []))
  expect(said(await threads(fay))).toEqual([['Noor: Seen while it was open']])
})

test('only its author changes a comment, and nobody but the facilitator deletes it for them', async () => {
  const { fay, noor, cas, start, edit, erase, threads } = await openRoom()
  await start(noor, 't1', 'Mine')
  expect((await edit(fay, 't1', 'Not mine')).body.reason).toBe('noSuchComment')
  expect((await erase(cas, 't1')).body.reason).toBe('noSuchComment')
  await edit(noor, 't1', 'Mine, said better')
  expect((await threads(fay))[0]?.comments).toMatchObject([
    { text: 'Mine, said better', editedAt: expect.any(Number) },
  ])
})

test('a deleted comment leaves a mark only where somebody wrote below it; its words are nowhere', async () => {
  const { fay, noor, start, reply, erase, threads } = await openRoom()
  await start(noor, 't1', 'First thoughts')
  await reply(fay, 't1', 'c2', 'An answer')
  await reply(noor, 't1', 'c3', 'Last thoughts')
  await erase(noor, 't1')
  await erase(noor, 'c3')
  expect(said(await threads(fay))).toEqual([['Noor: null', 'Fay: An answer']])
  expect(JSON.stringify(await threads(fay))).not.toContain('thoughts')
  expect((await erase(noor, 't1')).body.reason).toBe('noSuchComment')
  await erase(fay, 'c2')
  expect(await threads(fay)).toEqual([])
  expect((await reply(fay, 't1', 'c4', 'Too late')).body.reason).toBe('noSuchThread')
})

test('what a facilitator removes stays as a mark that says so, words nowhere, and the audit log tells it', async () => {
  const { server, fay, noor, cas, meetingId, path, start, reply, erase, threads } = await openRoom()
  await start(noor, 't1', 'It was the fault of Olu', { mentions: [cas.personId] })
  await reply(cas, 't1', 'c2', 'I do not think so')
  await giveRole(fay, meetingId, cas, 'backupFacilitator')
  expect((await erase(cas, 't1')).body.reason).toBe('noSuchComment')
  await erase(fay, 't1')
  await erase(fay, 'c2')
  const seen = await threads(noor)
  const removed = { text: null, mentions: [], removedBy: { name: 'Fay' } }
  expect(seen).toMatchObject([{ comments: [removed, removed] }])
  expect(JSON.stringify(seen)).not.toContain('fault')
  expect((await erase(noor, 't1')).body.reason).toBe('noSuchComment')
  await reply(noor, 't1', 'c3', 'Said better')
  await erase(noor, 'c3')
  expect((await threads(noor))[0]?.comments).toHaveLength(2)
  using database = new DatabaseSync(join(server.dataDir, 'candor.db'))
  const entries = database
    .prepare("SELECT person_id, subject, postmortem_id FROM audit_entries WHERE action = 'commentRemoved'")
    .all()
  const entry = { person_id: fay.personId, postmortem_id: path.split('/').at(-1) }
  expect(entries).toEqual([
    { ...entry, subject: 'Noor' },
    { ...entry, subject: 'Cas' },
  ])
})

test('asking once more when no answer came says nothing twice', async () => {
  const { noor, fay, start, reply, threads } = await openRoom()
  for (const _again of [1, 2]) {
    expect((await start(noor, 't1', 'Once')).status).toBe(200)
    expect((await reply(fay, 't1', 'c2', 'Once too')).status).toBe(200)
  }
  expect(said(await threads(fay))).toEqual([['Noor: Once', 'Fay: Once too']])
})

test('an answer opens a resolved thread again', async () => {
  const { noor, fay, start, reply, resolve, threads } = await openRoom()
  await start(noor, 't1', 'Is this settled?')
  await resolve(fay, 't1')
  await reply(noor, 't1', 'c2', 'Not quite')
  expect((await threads(fay))[0]?.resolved).toBeNull()
})

test('whoever is mentioned is in the meeting, and is named as they go by now', async () => {
  const { server, noor, cas, start, reply, threads } = await openRoom()
  const stranger = await server.visitor('Sid')
  await start(noor, 't1', '@Cas, were you there?', { mentions: [cas.personId] })
  expect((await reply(noor, 't1', 'c2', '@Sid?', [stranger.personId])).body.reason).toBe('noSuchPerson')
  await cas.post('/api/me', { name: 'Cassandra' })
  expect((await threads(noor))[0]?.comments[0]?.mentions).toEqual([
    { personId: cas.personId, name: 'Cassandra' },
  ])
})

test('what nobody can see is not kept, and what is empty or too long is refused', async () => {
  const { noor, start, reply, threads } = await openRoom()
  await start(noor, 't1', '  One\r\ntwo\u0000\u202E\ud800  ', { quote: 'The\u0007 pool' })
  expect(await threads(noor)).toMatchObject([{ quote: 'The pool', comments: [{ text: 'One\ntwo' }] }])
  for (const text of ['', ' \u0000 ', 'x'.repeat(MOST_COMMENT + 1)])
    expect((await reply(noor, 't1', 'c2', text)).body.reason).toBe('malformedRequest')
  const anchor = { on: 'passage', field: { in: 'prose', id: 'summary' }, start: '<', end: 'AA==', quote: 'a' }
  expect((await start(noor, 't2', 'Hello', { anchor })).body.reason).toBe('malformedRequest')
})

test('one person’s comments are counted, and nobody else’s', async () => {
  const { noor, fay, start } = await openRoom({ LIMIT_COMMENTS_PER_MINUTE: '2' })
  const answers = [1, 2, 3].map((number) => start(noor, `t${number}`, 'Again'))
  expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 429])
  expect((await start(fay, 't9', 'Mine')).status).toBe(200)
})

test('the report holds none of it', async () => {
  const { noor, start, path } = await openRoom()
  await start(noor, 't1', 'Only between us')
  expect((await noor.get(`${path}/report.md`)).body.text).not.toContain('between us')
})
