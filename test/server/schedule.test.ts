import { expect, test } from 'vitest'
import type { MeetingId } from '../../shared/ids.ts'
import type { PostmortemSummary } from '../../shared/wire/postmortems.ts'
import type { PlannedMeeting } from '../../shared/wire/stages.ts'
import { startedPostmortem, startTestServer, type Visitor } from '../harness/startTestServer.ts'
import { unfolded } from '../shared/unfolded.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 2, 10, 10)

let sent = 0
const send = (visitor: Visitor, meetingId: MeetingId, command: unknown) =>
  visitor.post(`/api/meetings/${meetingId}/commands`, { commandId: `sent-${++sent}`, command })

test('a planned start is listed for everyone who reads, and each meeting of a postmortem has its own', async () => {
  const server = await startTestServer({ now: NOW })
  const fay = await server.owner()
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  const sam = await server.visitor('Sam')
  const startsAt = NOW + 26 * HOUR
  const plan = { type: 'scheduleMeeting', startsAt, startsAtSeen: null }
  expect((await send(sam, meetingId, plan)).body).toMatchObject({ reason: 'notAMember' })
  expect((await send(fay, meetingId, { ...plan, startsAt: NOW })).body).toMatchObject({
    reason: 'startHasPassed',
  })
  expect((await send(fay, meetingId, plan)).status).toBe(200)
  expect((await send(fay, meetingId, plan)).body).toMatchObject({ reason: 'startMovedOn' })
  // The answers' own shapes, here and below.
  const { postmortems } = (await sam.get('/api/postmortems')).body as { postmortems: PostmortemSummary[] }
  expect(postmortems.map((postmortem) => postmortem.startsAt)).toEqual([startsAt])

  await send(fay, meetingId, { type: 'startMeeting' })
  await send(fay, meetingId, { type: 'endMeeting' })
  await fay.post(`/api/postmortems/${postmortemId}/meetings`, { stage: 'deepDive' })
  const listed = (await sam.get(`/api/postmortems/${postmortemId}/meetings`)).body
  expect((listed.meetings as PlannedMeeting[]).map((meeting) => [meeting.stage, meeting.startsAt])).toEqual([
    ['deepDive', null],
    ['review', startsAt],
  ])
})

test('the calendar file is the planned meeting, newer with each change, and keeps a restricted title to itself', async () => {
  const server = await startTestServer({ now: NOW })
  const fay = await server.owner()
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  const file = async () => {
    const address = `${server.address}/api/postmortems/${postmortemId}/meeting.ics`
    const response = await fetch(address, { headers: { cookie: fay.cookie } })
    const type = response.headers.get('content-type')
    return { status: response.status, type, lines: unfolded(await response.text()) }
  }
  expect((await file()).status).toBe(409)
  const startsAt = Date.UTC(2026, 2, 29, 12) // the day the clocks go forward in Europe
  await send(fay, meetingId, { type: 'scheduleMeeting', startsAt, startsAtSeen: null })
  const first = await file()
  expect([first.status, first.type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(first.lines).toEqual(
    expect.arrayContaining([
      `UID:${meetingId}`,
      'DTSTAMP:20260310T100000Z',
      'DTSTART:20260329T120000Z',
      'DTEND:20260329T130000Z',
      'SUMMARY:Review: Checkout slowed',
      `URL:${server.address}/p/${postmortemId}`,
    ]),
  )
  const sequenceOf = (lines: string[]) => Number(lines.find((line) => line.startsWith('SEQUENCE:'))?.slice(9))
  await send(fay, meetingId, { type: 'scheduleMeeting', startsAt: startsAt + HOUR, startsAtSeen: startsAt })
  const moved = await file()
  expect(sequenceOf(moved.lines)).toBeGreaterThan(sequenceOf(first.lines))
  expect(moved.lines).toContain(`UID:${meetingId}`)
  await fay.post(`/api/postmortems/${postmortemId}/audience`, {
    isRestricted: true,
    personIds: [],
    teamIds: [],
  })
  expect((await file()).lines).toContain('SUMMARY:A review on Candor')
})
