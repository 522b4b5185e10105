import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { afterAll, beforeAll, expect as expectValue, onTestFinished, test } from 'vitest'
import { backup } from '../../server/cli/backup.ts'
import { newSecretKey } from '../../server/people/secretKey.ts'
import { participantQuestionIds, participantQuestions } from '../../shared/guide/participantQuestions.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { reportPath } from '../../shared/wire/postmortems.ts'
import { answering } from '../harness/answering.ts'
import { arrive } from '../harness/arrive.ts'
import { signIn } from '../harness/askServer.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { spawnServer } from '../harness/spawnServer.ts'
import { ask } from '../server/doors/knock.ts'
import { nothingThere } from '../server/doors/openHouse.ts'
import { aboutOne, views } from '../server/doors/samples.ts'
import { expect, importByDrop } from './inTheMeeting.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser?.close())

/** Everything that reached somebody or lies somewhere, by where it was seen. */
type Seen = { where: string; bytes: Buffer }

/** As text, as a browser's own stores keep it, and as a socket or a file may wrap it. */
const shapesOf = (canary: string): Buffer[] => [
  Buffer.from(canary),
  Buffer.from(canary, 'utf16le'),
  ...[0, 1, 2].map((shift) => {
    const coded = Buffer.from(`${'x'.repeat(shift)}${canary}`).toString('base64url')
    return Buffer.from(coded.slice(shift === 0 ? 0 : 4, -4))
  }),
]

const hitsIn = (records: readonly Seen[], canaries: readonly string[]): string[] =>
  records.flatMap(({ where, bytes }) =>
    canaries
      .filter((canary) => shapesOf(canary).some((shape) => bytes.includes(shape)))
      .map((canary) => `${canary} in ${where}`),
  )

/** Every answer a browser gets and every frame of its sockets, from now on. */
async function listenTo(name: string, page: Page, records: Seen[]): Promise<void> {
  const heard = (where: string, bytes: string | Buffer) =>
    records.push({ where: `${name}: ${where}`, bytes: Buffer.from(bytes) })
  page.on('response', async (response) => {
    heard(response.url(), JSON.stringify(response.headers()))
    heard(response.url(), await response.body().catch(() => '')) // a redirect has none
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard('a frame', payload))
    socket.on('framesent', ({ payload }) => heard('a frame of its own', payload))
  })
}

/** What a browser keeps: its databases, its values, its files. */
const storesOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML]
    const whenDone = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await whenDone(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const all = await whenDone(database.transaction(store).objectStore(store).getAll())
        const text = (value: unknown) =>
          value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
        kept.push([name, store, all.map(text)])
      }
      database.close()
    }
    for (const cache of await caches.keys()) {
      const opened = await caches.open(cache)
      for (const request of await opened.keys()) kept.push(await (await opened.match(request))?.text())
    }
    return JSON.stringify(kept)
  })

const filesIn = (folder: string): Seen[] =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.lock'))
    .map((name) => ({ where: `the file ${name}`, bytes: readFileSync(join(folder, name)) }))

async function comeAs(name: string, cookie: string, link: string) {
  const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const [cookieName = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name: cookieName, value, url: new URL(link).origin }])
  return { name, page: await context.newPage(), cookie }
}

test('until the reveal none of twenty answers is anywhere but with whoever wrote it; afterwards all of them are read by all', {
  timeout: 180_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-sealed-'))
  const records: Seen[] = []
  const server = await spawnServer({
    dataDir,
    variables: { LOG_LEVEL: 'debug' },
    hear: (text) => records.push({ where: 'the log', bytes: Buffer.from(text) }),
  })
  onTestFinished(async () => {
    await server.kill()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const { address } = server
  const maren = await arrive(browser, { name: 'Maren Oduya', address })
  const link = await importByDrop(maren.page)
  const postmortemId = link.split('/').at(-1) as PostmortemId // the address of a postmortem ends with its id
  const cookieOf = async (context: BrowserContext) => {
    const [cookie] = (await context.cookies()).filter(({ name }) => name === 'candor_session')
    return `candor_session=${cookie?.value}`
  }
  const facilitator = { name: 'facilitator', page: maren.page, cookie: await cookieOf(maren.context) }
  const peer = await comeAs('peer', (await signIn(address, 'Tomás Vidal')).cookie, link)
  const owner = await comeAs('owner', ownerCookieAt(address), link)
  const readers = [facilitator, peer, owner]
  for (const { name, page } of readers) {
    await listenTo(name, page, records)
    await page.goto(`${link}/prepare`)
    await expect(page.getByText(/^Answers stay hidden until/)).toBeVisible()
  }
  const visitorWith = (cookie: string) => ({
    post: async (path: string, body: unknown) => {
      const response = await fetch(address + path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    },
  })
  const leads = answering(visitorWith(facilitator.cookie), postmortemId)
  await leads.choose('namedAfterReveal', participantQuestionIds.slice(4, 9))
  await leads.choose('anonymous', participantQuestionIds.slice(9))

  // Twenty answers by two people who keep them to themselves; one of them is written by hand, and reloaded in between.
  const canaries = Array.from(
    { length: 20 },
    () => `canary${newSecretKey().replace(/[-_]/g, '').slice(0, 16)}`,
  )
  const [byHand = '', ...others] = canaries
  const noor = await arrive(browser, { name: 'Noor Haddad', address: `${link}/prepare` })
  const [first = 'happened', ...questions] = participantQuestionIds
  const field = noor.page.getByRole('textbox', { name: `Your answer: ${participantQuestions[first]}` })
  await field.pressSequentially(`It began with ${byHand}`)
  await noor.page.reload()
  await expect(field).toHaveValue(`It began with ${byHand}`)
  expectValue(
    hitsIn([{ where: 'Noor', bytes: Buffer.from(await storesOf(noor.page)) }], canaries),
  ).toHaveLength(1)
  await noor.page.getByRole('button', { name: 'Seal answer' }).first().click()
  await expect(noor.page.getByText('Yours is sealed.')).toBeVisible()
  // Sealed, it is gone from the device, and comes back only when it is reopened.
  expectValue(await noor.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(byHand)
  const authors = [await cookieOf(noor.context), (await signIn(address, 'Wei Chen')).cookie]
  const [byNoor, byWei] = authors.map((cookie) => answering(visitorWith(cookie), postmortemId))
  await visitorWith(authors[1] ?? '').post(`/api/postmortems/${postmortemId}/join`, { asObserver: false })
  for (const [position, canary] of others.entries()) {
    const questionId =
      position < questions.length ? questions[position] : participantQuestionIds[position - 12]
    const author = position < questions.length ? byNoor : byWei
    const sealed = await author?.seal(questionId ?? first, `I saw the ${canary}`, position % 3 === 0)
    expectValue(sealed?.status).toBe(200)
  }

  const crawl = async () => {
    for (const { name, page, cookie } of readers) {
      for (const tab of ['', '/actions', '/report', '/history', '/prepare']) {
        await page.goto(link + tab)
        await expect(page.getByRole('main').first()).toBeVisible()
      }
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const reader = { name, headers: { cookie, 'x-forwarded-for': '127.0.0.1' }, socketQuery: {} }
      const { workspaces } = await (await fetch(`${address}/api/me`, { headers: { cookie } })).json()
      const ids = { postmortemId, workspaceId: workspaces[0]?.workspaceId, before: '9'.repeat(15) }
      const params = { ...nothingThere(), ...ids }
      const routes = [...Object.keys(aboutOne), ...views].filter(
        (route) => route.startsWith('GET') && !/:key/.test(route),
      )
      for (const route of routes)
        records.push({
          where: `${name}: ${route}`,
          bytes: Buffer.from(JSON.stringify(await ask(address, reader, route, params, undefined))),
        })
      const seen = answering(visitorWith(cookie), postmortemId)
      records.push({ where: `${name}: a look`, bytes: Buffer.from(JSON.stringify(await seen.look())) })
      for (const questionId of participantQuestionIds)
        records.push({
          where: `${name}: reopening`,
          bytes: Buffer.from(String(await seen.reopen(questionId))),
        })
      await page.goto(`${link}/prepare`)
      await expect(page.getByText(participantQuestions.change)).toBeVisible()
      records.push({ where: `${name}: kept in the browser`, bytes: Buffer.from(await storesOf(page)) })
    }
    const metrics = await fetch(`${address}/metrics`)
    records.push({ where: 'the metrics', bytes: Buffer.from(await metrics.text()) })
    const copy = join(dataDir, `${newSecretKey()}.candor`)
    await backup(dataDir, copy, { say: () => {}, complain: () => {} })
    records.push(...filesIn(dataDir))
  }

  await crawl()
  expectValue(new Set(records.map(({ where }) => where)).size).toBeGreaterThan(40)
  for (const kind of [
    'a frame',
    'the log',
    'kept in the browser',
    'the file candor.db',
    '.candor',
    'report.md',
    'the metrics',
    '/audit/',
  ])
    expectValue(
      records.some(({ where, bytes }) => where.includes(kind) && bytes.length > 0),
      kind,
    ).toBe(true)
  expectValue(hitsIn(records, canaries)).toEqual([])

  // From here on they are everybody's.
  await facilitator.page.getByRole('button', { name: 'Open all answers' }).click()
  await facilitator.page.getByRole('dialog').getByRole('button', { name: 'Open answers' }).click()
  await expect(facilitator.page.getByText(byHand)).toBeVisible()
  for (const { name, page, cookie } of readers) {
    const look = JSON.stringify(await answering(visitorWith(cookie), postmortemId).look())
    expectValue(hitsIn([{ where: name, bytes: Buffer.from(look) }], canaries), name).toHaveLength(20)
    await page.goto(`${link}/prepare`)
    for (const canary of canaries) await expect(page.getByText(canary)).toBeVisible()
    const report = await fetch(`${address}${reportPath(postmortemId)}`, { headers: { cookie } })
    const written = { where: `${name}: the report`, bytes: Buffer.from(await report.text()) }
    expectValue(hitsIn([written], canaries), name).toHaveLength(20)
  }
})
