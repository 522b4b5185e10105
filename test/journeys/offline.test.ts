import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { type Arrived, arrive, letIn } from '../harness/arrive.ts'
import { type BreakableLine, breakableLine } from '../harness/breakableLine.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import {
  addCard,
  clock,
  column,
  currentItem,
  expect,
  goOn,
  importByDrop,
  untilSaved,
  words,
} from './inTheMeeting.ts'

const JOURNEY_MS = 120_000

let browser: Browser
let candor: Candor
let line: BreakableLine
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
  line = await breakableLine(candor.address)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await line?.close()
  await candor?.stop()
})

const saveState = ({ page }: Arrived) => page.locator('[data-save]')

async function goOffline({ context }: Arrived) {
  await context.setOffline(true)
  line.cut()
}
async function comeBack({ context }: Arrived) {
  line.mend()
  await context.setOffline(false)
}

/** Opening without a connection needs the page's files on the device; they come after the page itself. */
const untilPageIsKept = ({ page }: Arrived) =>
  page.evaluate(async () => void (await navigator.serviceWorker.ready))

/** All that a screen reader is told, from now on. */
async function listen({ page }: Arrived) {
  await page.evaluate(() => {
    const region = document.querySelector('[aria-live=polite]')
    const said: string[] = []
    Object.assign(window, { said })
    if (region)
      new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      })
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}

/** Maren facilitates; Tomás is the one whose line will be cut. */
async function walkTheTimeline(): Promise<{ maren: Arrived; tomas: Arrived }> {
  const maren = await arrive(browser, { name: 'Maren Oduya', address: candor.address })
  const link = await importByDrop(maren.page)
  const tomas = await arrive(browser, {
    name: 'Tomás Vidal',
    address: link.replace(candor.address, line.address),
  })
  await maren.page.getByRole('button', { name: /^Start the meeting/ }).click()
  await goOn(maren.page, 'Context and impact')
  await goOn(maren.page, 'Walk the timeline')
  await expect(currentItem(tomas.page)).toContainText('Walk the timeline')
  await expect(column(tomas.page, 'Facts')).toBeVisible()
  return { maren, tomas }
}

test(
  'what is written without a connection outlives a reload, arrives once, and the meeting is caught up with once',
  async () => {
    const { maren, tomas } = await walkTheTimeline()
    await addCard(tomas.page, 'f', 'Written while all was well.')
    await untilSaved(tomas.page)
    await untilPageIsKept(tomas)
    const worker = await tomas.page.request.get(`${candor.address}/serviceWorker.js`)
    expect(worker.headers()['cache-control'], 'a new one is found at the next visit').toBe('no-cache')

    await goOffline(tomas)
    await addCard(tomas.page, 'f', 'Written in the tunnel.')
    await expect(saveState(tomas)).toContainText(/kept on this device/)
    await tomas.page.reload()
    await expect(column(tomas.page, 'Facts').getByText('Written while all was well.')).toHaveCount(1)
    await expect(column(tomas.page, 'Facts').getByText('Written in the tunnel.')).toHaveCount(1)
    await addCard(tomas.page, 'f', 'Written after the reload.')
    await expect(saveState(tomas)).toContainText(/Working offline — \d+ changes kept on this device/)
    await expect(saveState(tomas)).not.toContainText('Saved')
    await expect(clock(tomas.page)).toHaveText(/^(19|20):\d\d/)
    await expect(words(tomas.page, 'by this device’s clock')).toBeVisible()

    await addCard(maren.page, 'f', 'Written by Maren meanwhile.')
    await goOn(maren.page, 'What went well, and luck')
    const heard = await listen(tomas)
    await comeBack(tomas)
    await expect(saveState(tomas)).toContainText('Caught up: moved to What went well, and luck, 1 edit')
    await untilSaved(tomas.page)
    await expect(currentItem(tomas.page)).toContainText('What went well')
    await tomas.page
      .getByRole('button', { name: /Walk the timeline/ })
      .first()
      .click()
    await maren.page
      .getByRole('button', { name: /Walk the timeline/ })
      .first()
      .click()
    for (const { page } of [maren, tomas]) {
      for (const text of [
        'Written in the tunnel.',
        'Written after the reload.',
        'Written by Maren meanwhile.',
      ]) {
        await expect(column(page, 'Facts').getByText(text)).toHaveCount(1)
      }
    }
    expect((await heard()).filter((text) => text.includes('Caught up'))).toHaveLength(1)
    for (const { name, faults } of [maren, tomas]) expect(faults, name).toEqual([])
  },
  JOURNEY_MS,
)

test(
  'someone who may no longer write when their words arrive finds them set aside, and the meeting as it is',
  async () => {
    const { maren, tomas } = await walkTheTimeline()
    await untilSaved(tomas.page)

    await goOffline(tomas)
    await addCard(tomas.page, 'f', 'Nobody else has read this.')
    await expect(saveState(tomas)).toContainText(/kept on this device/)
    await maren.page.getByRole('button', { name: 'Tomás Vidal: Participant' }).click()
    await maren.page.getByRole('menuitemradio', { name: 'Observer' }).click()
    await maren.page.keyboard.press('Escape')
    await comeBack(tomas)

    const notice = tomas.page.getByRole('alert').filter({ hasText: 'What you wrote last was not taken over' })
    await expect(notice).toContainText('Nobody else has read this.')
    await expect(notice.getByRole('button', { name: 'Copy' })).toBeVisible()
    await expect(column(tomas.page, 'Facts').getByText('Nobody else has read this.')).toHaveCount(0)
    await expect(column(maren.page, 'Facts').getByText('Nobody else has read this.')).toHaveCount(0)
    await expect(saveState(tomas)).toContainText('Reading. Ask Maren to edit')

    await tomas.page.reload()
    await expect(notice).toContainText('Nobody else has read this.')
    await expect(column(tomas.page, 'Facts')).toBeVisible()
    await expect(column(tomas.page, 'Facts').getByText('Nobody else has read this.')).toHaveCount(0)
    await notice.getByRole('button', { name: 'Done with it' }).click()
    await expect(notice).toHaveCount(0)
    for (const { name, faults } of [maren, tomas]) expect(faults, name).toEqual([])
  },
  JOURNEY_MS,
)

test(
  'a page that is out of date, or lost its session, shows what is unsent, and sends it once it may',
  async () => {
    const own = await breakableLine(candor.address)
    const tomas = await arrive(browser, { name: 'Tomás Vidal', address: own.address })
    const { page, context } = tomas
    await importByDrop(page)
    let isUpgraded = false
    await page.routeWebSocket(/\/sync/, (socket) => {
      if (isUpgraded) void socket.close({ code: 4406, reason: 'Candor has been updated.' })
      else socket.connectToServer()
    })
    await page.reload()
    await page.getByRole('button', { name: /^Start the meeting/ }).click()
    await goOn(page, 'Context and impact')
    await goOn(page, 'Walk the timeline')
    await expect(column(page, 'Facts')).toBeVisible()
    await untilSaved(page)

    own.cut()
    await addCard(page, 'f', 'Written in the old page.')
    isUpgraded = true
    own.mend()
    await expect(page.getByRole('heading', { name: /Candor has been updated/ })).toBeVisible()
    await expect(page.getByText(/\d+ changes are kept on this device/)).toBeVisible()
    await expect(page.getByText('Written in the old page.')).toBeVisible()
    isUpgraded = false
    await page.getByRole('button', { name: 'Reload this page' }).click()
    await untilSaved(page)
    await expect(column(page, 'Facts').getByText('Written in the old page.')).toHaveCount(1)

    own.cut()
    await addCard(page, 'f', 'Written while the session ended.')
    const cookies = await context.cookies()
    await context.clearCookies()
    own.mend()
    await expect(page.getByText(/\d+ changes are kept on this device/)).toBeVisible()
    await expect(page.getByText('Written while the session ended.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Who is here?' })).toBeVisible()
    await letIn(context, 'Somebody Else', own.address)
    await page.reload()
    await untilSaved(page)
    await expect(column(page, 'Facts').getByText('Written in the old page.')).toHaveCount(1)
    await expect(column(page, 'Facts').getByText('Written while the session ended.')).toHaveCount(0)

    await context.clearCookies()
    await context.addCookies(cookies)
    await page.reload()
    await untilSaved(page)
    await expect(column(page, 'Facts').getByText('Written while the session ended.')).toHaveCount(1)
    expect(tomas.faults).toEqual([])
    await own.close()
  },
  JOURNEY_MS,
)
