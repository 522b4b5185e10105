import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { type Arrived, arrive } from '../harness/arrive.ts'
import { type BreakableLine, breakableLine } from '../harness/breakableLine.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { endsAtOn, expect, importByDrop, untilSaved, words } from './inTheMeeting.ts'

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

const steers = ({ page }: Pick<Arrived, 'page'>) =>
  expect(page.getByRole('button', { name: /^Next:/ })).toBeVisible()
const faces = ({ page }: Arrived) => page.getByRole('list', { name: 'Here now' }).getByRole('img')

test(
  'the role stays through a refresh and a second tab, goes to the backup when the laptop dies, and comes back at a press',
  async () => {
    const maren = await arrive(browser, { name: 'Maren Oduya', address: line.address })
    const link = (await importByDrop(maren.page)).replace(line.address, candor.address)
    const noor = await arrive(browser, { name: 'Noor Haddad', address: link })
    await maren.page.getByRole('button', { name: /^Start the meeting/ }).click()
    await maren.page.getByRole('button', { name: 'Noor Haddad: Participant' }).click()
    await maren.page.getByRole('menuitemradio', { name: /Backup/ }).click()
    await maren.page.keyboard.press('Escape')

    await maren.page.reload()
    await steers(maren)
    const secondTab = await maren.context.newPage()
    await secondTab.goto(maren.page.url())
    await steers({ page: secondTab })
    await expect(faces(noor)).toHaveCount(2)
    await secondTab.close()
    await untilSaved(maren.page)
    await steers(maren)
    await expect(words(noor.page, /lost the connection/)).toHaveCount(0)

    const endsAt = await endsAtOn(noor.page)
    const lostAt = Date.now()
    line.cut()
    await noor.page.getByRole('button', { name: 'Take over' }).click()
    await expect(words(noor.page, 'You facilitate now.')).toBeVisible()
    expect(Date.now() - lostAt, 'a backup controls within 15 s').toBeLessThan(15_000)
    expect(Math.abs((await endsAtOn(noor.page)) - endsAt), 'the clock did not notice').toBeLessThan(2_000)

    line.mend()
    await maren.page.getByRole('button', { name: 'Take back' }).click()
    await expect(words(noor.page, 'Maren facilitates now.')).toBeVisible()
    await expect(noor.page.getByRole('button', { name: /^Open stage/ })).toBeVisible()
    for (const { name, faults } of [maren, noor]) expect(faults, name).toEqual([])
  },
  JOURNEY_MS,
)
