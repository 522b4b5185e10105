import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { notesOf } from '../../shared/content/notes.ts'
import type { MeetingId, PostmortemId } from '../../shared/ids.ts'
import { noFacts } from '../../shared/triage/facts.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { type PostmortemSummary, reportPath } from '../../shared/wire/postmortems.ts'
import type { PlannedMeeting } from '../../shared/wire/stages.ts'
import { connectClient } from '../harness/connectClient.ts'
import { startTestServer, type TestServer, type Visitor } from '../harness/startTestServer.ts'

async function startInStages(visitor: Visitor, beginsWithInitial = true) {
  const { severity: _severity, ...facts } = noFacts
  const choice = { format: 'full', minutes: 90, reason: '', beginsWithInitial }
  const { body } = await visitor.post('/api/postmortems', {
    title: 'Checkout stood still',
    severity: 'SEV-1',
    triage: { facts, zone: 'UTC', ...choice },
  })
  return body as unknown as { postmortemId: PostmortemId; meetingId: MeetingId } // the answer’s own shape
}

const opened = async (visitor: Visitor, postmortemId: PostmortemId) =>
  (await visitor.get(`/api/postmortems/${postmortemId}`)).body as unknown as {
    summary: PostmortemSummary
    snapshot: MeetingSnapshot
  } // as above
const plan = (visitor: Visitor, postmortemId: PostmortemId, stage: string) =>
  visitor.post(`/api/postmortems/${postmortemId}/meetings`, { stage })
const plannedIn = ({ agenda }: MeetingSnapshot['meeting']) =>
  agenda.map(({ title, plannedMinutes }) => `${title} ${plannedMinutes}`)

async function held(server: TestServer, fay: Visitor) {
  const ids = await startInStages(fay)
  const noor = await server.visitor('Noor')
  await noor.join(ids.postmortemId)
  await fay.command(ids.meetingId, { type: 'startMeeting' })
  await fay.command(ids.meetingId, { type: 'endMeeting' })
  return { ...ids, noor }
}

test('a major incident begins with a first review of 25 minutes, where that was chosen', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const first = await opened(fay, (await startInStages(fay)).postmortemId)
  expect(first.summary.stage).toBe('initial')
  expect(plannedIn(first.snapshot.meeting)).toEqual([
    'Set the tone 2',
    'What is known 10',
    'What is not known 6',
    'Urgent follow-ups 5',
    'Close 2',
  ])
  const whole = await opened(fay, (await startInStages(fay, false)).postmortemId)
  expect([whole.summary.stage, whole.snapshot.meeting.agenda.length]).toEqual(['review', 8])
})

test('the full review follows with an agenda and a log of its own; the first one stays as it was', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { postmortemId, meetingId, noor } = await held(server, fay)
  const answer = await plan(fay, postmortemId, 'review')
  const { snapshot } = await opened(fay, postmortemId)
  expect(snapshot.meetingId).toBe(answer.body.meetingId)
  expect(snapshot.meeting).toMatchObject({ stage: 'review', status: 'scheduled', startedAt: null })
  expect(snapshot.meeting.agenda.reduce((sum, item) => sum + item.plannedMinutes, 0)).toBe(90)
  expect(snapshot.meeting.members.map(({ name, role }) => [name, role])).toEqual([
    ['Fay', 'facilitator'],
    ['Noor', 'participant'],
  ])
  const old = await fay.command(meetingId, { type: 'reopenMeeting' })
  expect(old.body.reason).toBe('anotherMeetingPlanned')
  expect((await fay.command(snapshot.meetingId, { type: 'startMeeting' })).status).toBe(200)
  const meetings = (await noor.get(`/api/postmortems/${postmortemId}/meetings`)).body
    .meetings as PlannedMeeting[] // the answer’s own shape
  expect(meetings.map(({ stage, status }) => [stage, status])).toEqual([
    ['review', 'live'],
    ['initial', 'ended'],
  ])
})

test('all meetings share one document, and who could only read it writes again', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { postmortemId, noor } = await held(server, fay)
  const client = connectClient({ address: server.address, postmortemId, headers: { cookie: noor.cookie } })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  await plan(fay, postmortemId, 'deepDive')
  await vi.waitFor(() =>
    expect(client.snapshots.at(-1)?.meeting).toMatchObject({ stage: 'deepDive', status: 'scheduled' }),
  )
  client.close()
  const again = connectClient({ address: server.address, postmortemId, headers: { cookie: noor.cookie } })
  await vi.waitFor(() => expect(again.isSynced()).toBe(true))
  again.edit((doc) => summaryOf(doc).insert(0, 'What is still open.'))
  await again.barrier()
  const fays = connectClient({ address: server.address, postmortemId, headers: { cookie: fay.cookie } })
  await vi.waitFor(() => expect(summaryOf(fays.doc).toString()).toBe('What is still open.'))
  for (const each of [again, fays]) each.close()
})

test('only the facilitator plans another meeting, and only once the one before has ended', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const early = await startInStages(fay)
  expect((await plan(fay, early.postmortemId, 'review')).body.reason).toBe('meetingNotEnded')
  const { postmortemId, noor } = await held(server, fay)
  expect((await plan(noor, postmortemId, 'review')).body.reason).toBe('notFacilitator')
  const stranger = await server.visitor('Sam')
  expect((await plan(stranger, postmortemId, 'review')).body.reason).toBe('notAMember')
  expect((await plan(fay, postmortemId, 'initial')).status).toBe(400)
  expect((await plan(fay, postmortemId, 'deepDive')).status).toBe(200)
  expect((await plan(fay, postmortemId, 'deepDive')).body.reason).toBe('meetingNotEnded')
})

test('the report tells every meeting, with the notes of each', async () => {
  const server = await startTestServer()
  const fay = await server.visitor('Fay')
  const { postmortemId, noor } = await held(server, fay)
  const first = (await opened(fay, postmortemId)).snapshot.meeting.agenda[1]
  await plan(fay, postmortemId, 'review')
  const client = connectClient({ address: server.address, postmortemId, headers: { cookie: fay.cookie } })
  await vi.waitFor(() => expect(client.isSynced()).toBe(true))
  client.edit((doc) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('The pool is widened tonight.')])
    if (first) notesOf(doc, first.id).insert(0, [paragraph])
  })
  await client.barrier()
  client.close()
  const response = await fetch(server.address + reportPath(postmortemId), {
    headers: { cookie: noor.cookie },
  })
  const report = await response.text()
  expect([...report.matchAll(/^### (First review|Full review)$/gm)].map(([, name]) => name)).toEqual([
    'First review',
    'Full review',
  ])
  expect(report).toContain(`### First review: ${first?.title}\n\nThe pool is widened tonight.`)
})
