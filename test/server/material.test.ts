import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answersKeyPathIn } from '../../server/dataDir.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Material } from '../../shared/wire/material.ts'
import { dumpDatabase } from '../fixtures/dumpDatabase.ts'
import { comeAsGuest, makeGuestLink } from '../harness/guests.ts'
import { type MailServer, startMailServer } from '../harness/startMailServer.ts'
import { startedPostmortem, startTestServer, type Visitor } from '../harness/startTestServer.ts'

const NOW = Date.UTC(2026, 2, 10, 10)
const publicUrl = 'https://candor.example.org'
const zone = 'Europe/Berlin'

/** Fay facilitates, Sam takes part, and the others are colleagues who have not come yet. */
async function openHouse({ mail, dataDir }: { mail?: MailServer; dataDir?: string } = {}) {
  let now = NOW
  const server = await startTestServer({
    clock: () => now,
    ...(dataDir !== undefined && { dataDir }),
    ...(mail && {
      variables: {
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        MAIL_FROM: 'Candor <candor@example.org>',
        PUBLIC_URL: publicUrl,
      },
    }),
  })
  const fay = await server.visitor('Fay')
  const names = ['Sam', 'Noor', 'Ada', 'Bo', 'Cem', 'Dee', 'Eli']
  const colleagues = await Promise.all(names.map((name) => server.visitor(name)))
  const [sam = fay, noor = fay, ada = fay, bo = fay, cem = fay, dee = fay, eli = fay] = colleagues
  const { postmortemId, meetingId } = await startedPostmortem(fay)
  await sam.join(postmortemId)
  mail?.received.splice(0) // the invitations
  let sent = 0
  const path = `/api/postmortems/${postmortemId}/material`
  const send = (by: Visitor, to: Visitor[], more: Record<string, unknown> = {}) =>
    by.post(`${path}/send`, {
      sendingId: `sending-${++sent}`,
      meetingId,
      personIds: to.map(({ personId }) => personId),
      way: mail ? 'mail' : 'byHand',
      zone,
      ...more,
    })
  // The answer's own shape.
  const look = async (by: Visitor) => (await by.post(path, { for: 'looking' })).body as unknown as Material
  const open = (by: Visitor) => by.post(path, { for: 'opening' })
  const stateOf = async ({ personId }: Visitor) =>
    (await look(fay)).desk?.people.find((person) => person.personId === personId)?.state
  const pass = (ms: number) => {
    now += ms
  }
  return {
    server,
    ...{ fay, sam, noor, ada, bo, cem, dee, eli, postmortemId, meetingId, path },
    ...{ send, look, open, stateOf, pass },
  }
}

describe('sending', () => {
  test('each gets one mail, with the link, the start on the sender’s clock and what waits', async () => {
    const mail = await startMailServer()
    const house = await openHouse({ mail })
    const { fay, sam, noor, postmortemId } = house
    const startsAt = Date.UTC(2026, 2, 12, 13)
    await fay.command(house.meetingId, { type: 'scheduleMeeting', startsAt, startsAtSeen: null })
    const { status, body } = await house.send(fay, [sam, noor])
    expect(status).toBe(200)
    expect(body.sendings).toEqual([
      { at: NOW, by: { personId: fay.personId, name: 'Fay' }, way: 'mail', count: 2, startsAt },
    ])
    expect(mail.received.map(({ to }) => to.length)).toEqual([1, 1])
    expect(new Set(mail.received.flatMap(({ to }) => to)).size).toBe(2)
    const [first] = mail.received
    expect(first?.headers.subject).toBe('To prepare for the review: Checkout slowed')
    expect(first?.text.split('\n')).toContain(`${publicUrl}/p/${postmortemId}/prepare`)
    expect(first?.text).toContain('It starts on Thursday 12 March 2026 at 14:00, Europe/Berlin (UTC+01:00).')
    expect(first?.text).toContain('13 short questions')
    expect(await house.stateOf(sam)).toBe('sent')
  })

  test('nobody gets it twice: not by a second press, nor by two at once, nor by somebody else', async () => {
    const mail = await startMailServer()
    const house = await openHouse({ mail })
    const { fay, sam, noor, ada } = house
    const doubled = { sendingId: 'doubled' }
    const [one, two] = await Promise.all([
      house.send(fay, [sam, noor], doubled),
      house.send(fay, [sam, noor], doubled),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(mail.received).toHaveLength(2)
    expect((await house.send(fay, [sam])).body).toMatchObject({ reason: 'materialIsThere' })
    await fay.command(house.meetingId, {
      type: 'assignRole',
      personId: sam.personId,
      role: 'backupFacilitator',
    })
    const [more] = await Promise.all([house.send(sam, [noor, ada]), house.send(fay, [noor, ada])])
    expect([200, 409]).toContain(more.status)
    expect(mail.received).toHaveLength(3)
    expect((await house.look(fay)).sendings.map(({ count }) => count)).toEqual([2, 1])
  })

  test('a mail that did not go out is named, and only that one is sent again', async () => {
    let isRefused = false
    const refused: { email?: string } = {}
    const mail = await startMailServer({
      onRcptTo: ({ address }, _session, answered) => {
        if (isRefused) refused.email ??= address
        answered(isRefused && address === refused.email ? new Error('no such mailbox') : null)
      },
    })
    const house = await openHouse({ mail })
    const { fay, sam, noor, ada } = house
    isRefused = true
    expect((await house.send(fay, [sam, noor, ada])).status).toBe(200)
    const states = [await house.stateOf(sam), await house.stateOf(noor), await house.stateOf(ada)]
    expect(states.sort()).toEqual(['failed', 'sent', 'sent'])
    expect((await house.look(fay)).sendings).toMatchObject([{ count: 2 }])
    isRefused = false
    expect((await house.send(fay, [sam, noor, ada])).status).toBe(200)
    expect(mail.received.flatMap(({ to }) => to).filter((to) => to === refused.email)).toHaveLength(1)
    expect(mail.received).toHaveLength(3)
    expect((await house.look(fay)).sendings).toMatchObject([{ count: 2 }, { count: 1 }])
  })

  test('a mail server that takes nothing is not asked for everybody, and all can be sent again', async () => {
    let asked = 0
    let isAway = false
    const mail = await startMailServer({
      onMailFrom: (_address, _session, answered) => {
        if (isAway) asked++
        answered(isAway ? new Error('come back later') : null)
      },
    })
    const house = await openHouse({ mail })
    const { fay, sam, noor, ada, bo, cem, dee, eli } = house
    const all = [sam, noor, ada, bo, cem, dee, eli]
    const more = await Promise.all(['F', 'G', 'H', 'I', 'J'].map((name) => house.server.visitor(name)))
    mail.received.splice(0)
    isAway = true
    expect((await house.send(fay, [...all, ...more])).status).toBe(200)
    expect(asked).toBeLessThan(12)
    expect((await house.look(fay)).sendings).toEqual([])
    expect(new Set((await house.look(fay)).desk?.people.map(({ state }) => state))).toContain('failed')
    isAway = false
    await house.send(fay, [...all, ...more])
    expect(mail.received).toHaveLength(12)
  })

  test('without mail it is passed on by hand, and what was said to be sent is not sent again', async () => {
    const house = await openHouse()
    const { fay, sam, noor, postmortemId } = house
    expect((await house.send(fay, [sam], { way: 'mail' })).body).toMatchObject({
      reason: 'noMailForMaterial',
    })
    const { desk } = await house.look(fay)
    expect(desk).toMatchObject({ byMail: false, link: `${house.server.address}/p/${postmortemId}/prepare` })
    expect((await house.send(fay, [sam, noor])).status).toBe(200)
    expect((await house.look(sam)).sendings).toMatchObject([{ way: 'byHand', count: 2 }])
    expect((await house.send(fay, [sam])).body).toMatchObject({ reason: 'materialIsThere' })
  })

  test('the title of a restricted postmortem is in no mail, and nobody outside its audience can be chosen', async () => {
    const mail = await startMailServer()
    const house = await openHouse({ mail })
    const { fay, sam, noor, postmortemId } = house
    const audience = { isRestricted: true, personIds: [sam.personId], teamIds: [] }
    await fay.post(`/api/postmortems/${postmortemId}/audience`, audience)
    expect((await house.look(fay)).desk?.people.map(({ name }) => name)).toEqual(['Sam'])
    expect((await house.send(fay, [sam, noor])).body).toMatchObject({ reason: 'noSuchColleague' })
    expect(mail.received).toEqual([])
    await house.send(fay, [sam])
    expect(JSON.stringify(mail.received)).not.toContain('Checkout')
    expect(mail.received[0]?.headers.subject).toBe('To prepare for a review on Candor')
  })

  test('whoever leads the meeting sends it, before it starts, to others than themselves', async () => {
    const house = await openHouse()
    const { fay, sam, noor, meetingId, postmortemId } = house
    const { key } = await makeGuestLink(house.server, fay, postmortemId)
    const gus = await comeAsGuest(house.server, key, 'Gus')
    await gus.join(postmortemId)
    expect((await house.send(sam, [noor])).body).toMatchObject({ reason: 'notFacilitator' })
    expect((await house.send(noor, [sam])).body).toMatchObject({ reason: 'notAMember' })
    expect((await house.send(gus, [sam])).body).toMatchObject({ reason: 'onlyColleagues' })
    expect((await house.send(fay, [fay])).body).toMatchObject({ reason: 'noSuchColleague' })
    expect((await house.send(fay, [gus])).body).toMatchObject({ reason: 'noSuchColleague' })
    expect((await house.send(fay, [sam], { meetingId: 'older' })).body).toMatchObject({
      reason: 'anotherMeetingPlanned',
    })
    expect((await house.look(sam)).desk).toBeNull()
    await fay.command(meetingId, { type: 'startMeeting' })
    expect((await house.send(fay, [sam])).body).toMatchObject({ reason: 'meetingAlreadyStarted' })
    expect((await house.look(fay)).desk).toBeNull()
  })
})

describe('how many have opened it', () => {
  const TEN_MINUTES = 600_000

  test('moves in steps of three and every ten minutes, counts each person once, and is never complete', async () => {
    const house = await openHouse()
    const { fay, sam, noor, ada, bo, cem, dee, look, open, pass } = house
    const counted = async () => (await look(noor)).openedCount
    await open(sam) // before it was sent
    await house.send(fay, [sam, noor, ada, bo, cem, dee])
    expect(await counted()).toBe(0)
    for (const person of [noor, noor, ada, fay]) await open(person)
    pass(TEN_MINUTES)
    expect(await counted()).toBe(0) // two of them, one of them twice; Fay sent it
    await open(bo)
    pass(TEN_MINUTES - 1)
    expect(await counted()).toBe(0)
    pass(1)
    expect(await counted()).toBe(3)
    for (const person of [sam, cem, dee]) await open(person)
    pass(TEN_MINUTES)
    expect(await counted()).toBe(3) // all six: nobody is told so
  })

  test('is told to nobody where it went to fewer than four', async () => {
    const house = await openHouse()
    const { fay, sam, noor, ada, bo } = house
    await house.send(fay, [sam, noor, ada])
    for (const person of [sam, noor, ada]) await house.open(person)
    house.pass(TEN_MINUTES)
    expect((await house.look(fay)).openedCount).toBeNull()
    await house.send(fay, [bo])
    house.pass(TEN_MINUTES)
    expect((await house.look(fay)).openedCount).toBe(3)
  })

  test('leaves out whoever facilitates by now', async () => {
    const house = await openHouse()
    const { fay, sam, noor, ada, bo, cem } = house
    await house.send(fay, [sam, noor, ada, bo, cem])
    for (const person of [sam, noor, ada]) await house.open(person)
    await fay.command(house.meetingId, { type: 'handOverFacilitation', toPersonId: sam.personId })
    house.pass(TEN_MINUTES)
    expect((await house.look(fay)).openedCount).toBe(0) // Noor and Ada
  })

  test('ends with the start of the meeting, which forgets who it was, and each meeting has its own', async () => {
    const house = await openHouse()
    const { fay, sam, noor, ada, bo, postmortemId, meetingId } = house
    const stored = () =>
      dumpDatabase(join(house.server.dataDir, 'candor.db'))
        .sql.split('\n')
        .filter((row) => row.startsWith('INSERT INTO material_openings'))
    await house.send(fay, [sam, noor, ada, bo])
    for (const person of [sam, noor, ada]) await house.open(person)
    house.pass(TEN_MINUTES)
    expect((await house.look(fay)).openedCount).toBe(3)
    expect(stored()).toHaveLength(3)
    await house.open(bo)
    await fay.command(meetingId, { type: 'startMeeting' })
    expect(stored()).toEqual([])
    await house.open(ada)
    house.pass(TEN_MINUTES)
    expect((await house.look(fay)).openedCount).toBeNull()
    expect(stored()).toEqual([])
    await fay.command(meetingId, { type: 'endMeeting' })
    await fay.post(`/api/postmortems/${postmortemId}/meetings`, { stage: 'deepDive' })
    expect(await house.look(fay)).toMatchObject({ sendings: [], openedCount: null })
  })

  test('nothing that anybody is answered, and nothing stored or logged, tells who', async () => {
    const house = await openHouse()
    const { fay, sam, noor, ada, bo, cem, dee, eli, server, postmortemId, meetingId } = house
    const readers = [fay, sam, noor, ada, bo, cem, dee, eli]
    expect((await house.send(fay, [sam, noor, ada, bo, cem, dee])).status).toBe(200)
    const paths = ['', '/access', '/meetings', '/triage', '/checkpoints', '/comments', '/report.md']
    const lookAll = async () => {
      const answers = readers.flatMap((reader) => [
        house.look(reader),
        ...paths.map((path) => reader.get(`/api/postmortems/${postmortemId}${path}`).catch(() => null)),
        reader.get('/api/postmortems'),
        reader.get('/api/me'),
      ])
      return JSON.stringify(await Promise.all(answers)).replace(/"lastSeenAt":\d+/g, '')
    }
    const stored = () =>
      dumpDatabase(join(server.dataDir, 'candor.db'))
        .sql.split('\n')
        .filter((row) => !row.includes("'reportExported'"))
        .join('\n')
    const line = async (asking: Promise<unknown>) => {
      const from = server.logged.length
      await asking
      return server.logged.slice(from).map((told) => ({ ...told, requestId: '', tookMs: 0, time: 0 }))
    }
    await lookAll()
    const [before, storedBefore] = [await lookAll(), stored()]
    const opened = await line(house.open(noor))
    expect(opened).toEqual(await line(house.open(eli))) // to whom nothing was sent
    expect(opened).toEqual(await line(house.look(noor)))
    expect(JSON.stringify(opened)).not.toContain(noor.personId)
    for (const person of [ada, bo]) await house.open(person)
    expect(await lookAll()).toBe(before)
    expect(stored()).toBe(storedBefore)

    house.pass(TEN_MINUTES)
    const after = await lookAll()
    expect(after.replaceAll('"openedCount":3', '"openedCount":0')).toBe(before)
    const rows = stored()
      .split('\n')
      .filter((row) => row.includes('material_openings') && row.startsWith('INSERT'))
    expect(rows).toHaveLength(3)
    const ids: PersonId[] = readers.map(({ personId }) => personId)
    for (const row of rows) {
      expect(ids.filter((id) => row.includes(id) || row.includes(Buffer.from(id).toString('hex')))).toEqual(
        [],
      )
      expect(row.replace(meetingId, '')).not.toMatch(/17\d{11}/) // no time
    }
  })

  test('outlives a restart; with another key a count only falls', async () => {
    const house = await openHouse()
    const { fay, sam, noor, ada, bo } = house
    await house.send(fay, [sam, noor, ada, bo])
    for (const person of [sam, noor, ada]) await house.open(person)
    house.pass(TEN_MINUTES)
    expect((await house.look(fay)).openedCount).toBe(3)
    const { server, path } = house
    await server.close()
    const again = await startTestServer({ dataDir: server.dataDir })
    const back = await again.visitorWith(fay.cookie)
    expect((await back.post(path, { for: 'looking' })).body.openedCount).toBe(3)
    await again.close()

    rmSync(answersKeyPathIn(server.dataDir))
    let now = NOW
    const restored = await startTestServer({ dataDir: server.dataDir, clock: () => now })
    const visitors = await Promise.all(
      [fay, sam, noor, ada].map(({ cookie }) => restored.visitorWith(cookie)),
    )
    const counted = async () => (await visitors[0]?.post(path, { for: 'looking' }))?.body.openedCount
    expect(await counted()).toBe(0)
    for (const visitor of visitors) await visitor.post(path, { for: 'opening' })
    now += TEN_MINUTES
    expect(await counted()).toBe(3) // and not the three from before besides
  })
})
