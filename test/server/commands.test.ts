import { beforeEach, describe, expect, test } from 'vitest'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { can } from '../../shared/meeting/capabilities.ts'
import { capabilityForCommand } from '../../shared/meeting/decide.ts'
import { refusalMessages } from '../../shared/meeting/refusals.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { commandByType } from '../harness/everyCommand.ts'
import {
  startedPostmortem,
  startTestServer,
  type TestServer,
  type Visitor,
} from '../harness/startTestServer.ts'

const commands = Object.values(commandByType)
const steering = commands.filter(({ type }) => !can('participant', capabilityForCommand[type]))

let server: TestServer
let fay: Visitor
let noor: Visitor
let postmortemId: PostmortemId
let meetingId: MeetingId

beforeEach(async () => {
  server = await startTestServer({ variables: { LIMIT_COMMANDS_PER_TEN_SECONDS: '1000' } })
  fay = await server.visitor('Fay')
  noor = await server.visitor('Noor')
  ;({ postmortemId, meetingId } = await startedPostmortem(fay))
  await noor.join(postmortemId)
})

const meeting = async () =>
  ((await fay.get(`/api/postmortems/${postmortemId}`)).body.snapshot as MeetingSnapshot).meeting

test('two facilitators press Next at once 200 times: one advance each, and the other hears why', async () => {
  await fay.command(meetingId, { type: 'assignRole', personId: noor.personId, role: 'backupFacilitator' })
  await fay.command(meetingId, { type: 'startMeeting' })
  const order = (await meeting()).agenda.map(({ id }) => id)
  let position = 0
  for (let round = 0; round < 200; round++) {
    const forward = position < order.length - 1
    const fromItemId = order[position]
    if (!fromItemId) throw new Error('The agenda is shorter than it was.')
    const press = { type: forward ? 'advanceAgenda' : 'goBackAgenda', fromItemId } as const
    const answers = await Promise.all([fay.command(meetingId, press), noor.command(meetingId, press)])
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({
      reason: 'agendaMovedOn',
      sentence: refusalMessages.agendaMovedOn,
    })
    position = forward ? position + 1 : position - 1
    expect((await meeting()).currentItemId).toBe(order[position])
  }
})

test('the same command sent ten times under one id is one event', async () => {
  await fay.command(meetingId, { type: 'startMeeting' })
  const before = server.entryCount(meetingId)
  const extend = { type: 'extendTimebox', itemId: commandByType.extendTimebox.itemId, minutes: 2 } as const
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => fay.command(meetingId, extend, 'lost-answer')),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  expect(server.entryCount(meetingId)).toBe(before + 1)
  expect((await meeting()).agenda[0]?.extendedMinutes).toBe(2)
})

describe('refused by name, with nothing written', () => {
  const refusedAll = async (
    send: (index: number) => Promise<{ status: number; body: object }>,
    reason: string,
  ) => {
    await fay.command(meetingId, { type: 'startMeeting' })
    const before = server.entryCount(meetingId)
    for (const index of commands.keys()) {
      const answer = await send(index)
      expect([commands[index]?.type, answer.status, answer.body]).toMatchObject([
        commands[index]?.type,
        409,
        { reason, sentence: refusalMessages[reason as keyof typeof refusalMessages] },
      ])
    }
    expect(server.entryCount(meetingId)).toBe(before)
  }
  const nth = (index: number) => commands[index] ?? { type: 'startMeeting' as const }

  test('an observer, every command', async () => {
    const olu = await server.visitor('Olu')
    await olu.join(postmortemId, true)
    await refusedAll((index) => olu.command(meetingId, nth(index)), 'readsOnly')
  })

  test('the shared screen, every command, even in the facilitator’s own browser', async () => {
    const authorization = `Stage ${await server.stageKey(fay, postmortemId)}`
    await refusedAll(
      (index) =>
        fay.post(
          `/api/meetings/${meetingId}/commands`,
          { commandId: `stage${index}`, command: nth(index) },
          { authorization },
        ),
      'readsOnly',
    )
  })

  test('someone who has not joined, every command', async () => {
    const stranger = await server.visitor('Stranger')
    await refusedAll((index) => stranger.command(meetingId, nth(index)), 'notAMember')
  })

  test('a participant, every command that steers', async () => {
    await fay.command(meetingId, { type: 'startMeeting' })
    const before = server.entryCount(meetingId)
    for (const command of steering) {
      const { status, body } = await noor.command(meetingId, command)
      expect([command.type, status, body.reason]).toEqual([command.type, 409, 'notFacilitator'])
    }
    expect(steering.length).toBeGreaterThan(15)
    expect(server.entryCount(meetingId)).toBe(before)
  })
})

test.each<[string, unknown]>([
  ['a role in the payload', { commandId: 'a', command: { type: 'startMeeting' }, role: 'facilitator' }],
  ['a sender in the command', { commandId: 'a', command: { type: 'startMeeting', sender: 'fay' } }],
  ['an unknown command', { commandId: 'a', command: { type: 'dropTables' } }],
  ['no command id', { command: { type: 'startMeeting' } }],
  [
    'a prototype key',
    '{"commandId":"a","command":{"type":"startMeeting","__proto__":{"role":"facilitator"}}}',
  ],
  ['a list', []],
  ['broken JSON', '{"commandId":'],
])('%s is a malformed request: said by name, logged once, and nothing happens', async (_, body) => {
  const before = server.entryCount(meetingId)
  server.logged.length = 0
  const answer = await noor.post(`/api/meetings/${meetingId}/commands`, body)
  expect([answer.status, answer.body.reason]).toEqual([400, 'malformedRequest'])
  expect(server.logged.filter(({ level }) => level >= 40)).toHaveLength(1)
  expect(server.entryCount(meetingId)).toBe(before)
})

test('a body that is too large is refused by name', async () => {
  const answer = await noor.post(`/api/meetings/${meetingId}/commands`, { commandId: 'x'.repeat(100_000) })
  expect(answer.status).toBe(413)
  expect(answer.body.sentence).toBeTruthy()
})

test('a page of an older protocol is asked to reload, and its command does not happen', async () => {
  const command = { commandId: 'old', command: { type: 'startMeeting' } }
  const answer = await fay.post(`/api/meetings/${meetingId}/commands`, command, { 'x-candor-protocol': '0' })
  expect([answer.status, answer.body.reason]).toEqual([409, 'oldProtocol'])
  expect((await meeting()).status).toBe('scheduled')
})

test('a command that another site posts with the person’s cookie does not happen', async () => {
  const command = { commandId: 'csrf', command: { type: 'startMeeting' } }
  const answer = await fay.post(`/api/meetings/${meetingId}/commands`, command, {
    origin: 'https://elsewhere.example',
  })
  expect([answer.status, answer.body.reason]).toEqual([403, 'foreignOrigin'])
  expect((await meeting()).status).toBe('scheduled')
})

test('a meeting that does not exist, and a name nobody has said, each have their own sentence', async () => {
  const missing = await fay.command('nowhere' as MeetingId, { type: 'startMeeting' })
  expect([missing.status, missing.body.reason]).toEqual([404, 'noSuchMeeting'])
  const nobody = await fay.post(
    `/api/meetings/${meetingId}/commands`,
    { commandId: 'n', command: { type: 'startMeeting' } },
    { cookie: 'candor_session=forged' },
  )
  expect([nobody.status, nobody.body.reason]).toEqual([401, 'notSignedIn'])
})
