import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { dumpDatabase } from '../fixtures/dumpDatabase.ts'
import { connectClient } from '../harness/connectClient.ts'
import { recordRoutes } from '../harness/recordRoutes.ts'
import { startTestServer } from '../harness/startTestServer.ts'
import { ask, documentDoors, type Heard } from './doors/knock.ts'
import {
  CANARY,
  meetInside,
  nothingThere,
  openHouse,
  type Reader,
  readerWith,
  restrictOne,
} from './doors/openHouse.ts'
import { aboutNone, aboutOne, viewBodies, views } from './doors/samples.ts'

const showsCanary = ({ headers, body }: Heard) =>
  `${JSON.stringify(headers)}${body}`.toLowerCase().includes(CANARY)

test('the walk knows every route there is', async () => {
  const routes = recordRoutes()
  await startTestServer()
  expect(routes.length).toBeGreaterThan(20)
  const known = [...Object.keys(aboutOne), ...views, ...aboutNone]
  expect(routes.filter((route) => !known.includes(route))).toEqual([])
})

test('whoever may not read a restricted postmortem hears of it, at every door, what they would hear of none', {
  timeout: 60_000,
}, async () => {
  const house = await openHouse()
  const { address } = house.server
  const restricted = await restrictOne(house)
  const inside = await meetInside(house, restricted)
  const nothing = nothingThere()
  const told: string[] = []

  const knock = async (reader: Reader) => {
    for (const [route, { bodies }] of Object.entries(aboutOne)) {
      for (const body of bodies.slice(0, 3)) {
        const ofIt = await ask(address, reader, route, restricted.target, body)
        const ofNothing = await ask(address, reader, route, nothing, body)
        if (JSON.stringify(ofIt) !== JSON.stringify(ofNothing) || showsCanary(ofIt))
          told.push(`${reader.name}: ${route} ${JSON.stringify(body)}`)
      }
    }
    for (const [door, knockAt] of Object.entries(documentDoors)) {
      const ofIt = await knockAt(address, reader, restricted.target)
      if (ofIt !== (await knockAt(address, reader, nothing)) || ofIt.toLowerCase().includes(CANARY))
        told.push(`${reader.name}: ${door}`)
    }
  }
  await Promise.all([...house.strangers, ...restricted.turnedAway].map(knock))
  expect(told).toEqual([])
  inside.close()

  // And it is not that nobody hears anything.
  const fay = readerWith('whoever facilitates it', house.fay)
  const silent: string[] = []
  for (const [route, { bodies }] of Object.entries(aboutOne)) {
    if (route.includes(':key')) continue // of a link that was revoked, to her as to anybody
    const ofIt = await ask(address, fay, route, restricted.target, bodies[0])
    const ofNothing = await ask(address, fay, route, nothing, bodies[0])
    if (ofIt.body === ofNothing.body) silent.push(route)
  }
  for (const [door, knockAt] of Object.entries(documentDoors)) {
    const ofIt = await knockAt(address, fay, restricted.target)
    if (ofIt === (await knockAt(address, fay, nothing)) && !door.startsWith('presence on /yws'))
      silent.push(door)
  }
  expect(silent).toEqual([])
})

test('no list, no count and no figure that others see moves when a restricted postmortem is made, met about and exported', {
  timeout: 60_000,
}, async () => {
  const house = await openHouse()
  const { address } = house.server
  const { workspaceId } = (await house.noor.get(`/api/postmortems/${house.open.postmortemId}`)).body
    .summary as {
    workspaceId: string
  } // the answer’s own shape
  const params = { workspaceId, before: '999999999', postmortemId: house.open.postmortemId }
  const look = async (reader: Reader) => {
    const seen = await Promise.all(
      views.map(
        async (route) => [route, await ask(address, reader, route, params, viewBodies[route])] as const,
      ),
    )
    return seen.map(([route, heard]) => {
      expect(showsCanary(heard), `${reader.name}: ${route}`).toBe(false)
      return [route, heard.status, heard.body.replace(/"lastSeenAt":\d+/g, '')]
    })
  }
  const lookAll = async (readers: Reader[]) => {
    return Promise.all(readers.map(async (reader) => [reader.name, await look(reader)]))
  }

  const before = await lookAll(house.strangers)
  const restricted = await restrictOne(house)
  const made = await lookAll([...house.strangers, ...restricted.turnedAway])
  const inside = await meetInside(house, restricted)
  expect(await lookAll(house.strangers)).toEqual(before)
  expect(await lookAll([...house.strangers, ...restricted.turnedAway])).toEqual(made)
  const { postmortems } = (await house.fay.get('/api/postmortems')).body as { postmortems: unknown[] } // as above
  expect(postmortems).toHaveLength(2)
  inside.close()
})

test('whoever only watches reads at every door and changes nothing at any', { timeout: 60_000 }, async () => {
  const house = await openHouse()
  const { address, dataDir } = house.server
  const restricted = await restrictOne(house)
  const inside = await meetInside(house, restricted)
  const olu = connectClient({
    address,
    postmortemId: restricted.postmortemId,
    headers: { cookie: house.olu.cookie },
  })
  await vi.waitFor(() => expect(summaryOf(olu.doc).toString()).toContain(CANARY))
  const stored = () => dumpDatabase(join(dataDir, 'candor.db')).sql
  await inside.barrier()
  const before = stored()

  const reader = readerWith('Olu', house.olu)
  const wrong: string[] = []
  for (const [route, { bodies, observerHears }] of Object.entries(aboutOne)) {
    for (const body of bodies) {
      const heard = await ask(address, reader, route, restricted.target, body)
      const reason = heard.status === 200 ? null : JSON.parse(heard.body).reason
      const isRight = observerHears === null ? reason === null : observerHears.includes(reason)
      if (!isRight) wrong.push(`${route} ${JSON.stringify(body)}: ${reason}`)
    }
  }
  expect(wrong).toEqual([])
  olu.edit((doc) => summaryOf(doc).insert(0, 'Olu was here. '))
  olu.ask({ type: 'barrier', number: 1 })
  await vi.waitFor(() => expect(olu.heard[0]).toMatchObject({ type: 'refused', reason: 'readsOnly' }))
  await inside.barrier()
  expect(summaryOf(inside.doc).toString()).not.toContain('Olu')
  const exported = (sql: string) =>
    sql
      .split('\n')
      .filter((row) => !row.includes("'reportExported'"))
      .join('\n')
  expect(exported(stored())).toBe(exported(before))
  for (const client of [inside, olu]) client.close()
})
