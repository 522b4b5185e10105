import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { arrive } from '../harness/arrive.ts'
import { askServer } from '../harness/askServer.ts'
import { longIncident } from '../harness/longIncident.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { expect } from './inTheMeeting.ts'

let browser: Browser
let candor: Candor
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await candor?.stop()
})

const COUNT = 900

test('of a long timeline only what is in sight is drawn, and keys, jumps and paper still reach every event', async () => {
  const asking = { address: candor.address, cookie: ownerCookieAt(candor.address) }
  const body = { fileName: 'long.json', text: JSON.stringify(longIncident(COUNT)) }
  const { postmortemId } = await askServer(asking, importIncidentEndpoint, { body })
  const { page, faults } = await arrive(browser, {
    name: 'Tomás Vidal',
    address: `${candor.address}/p/${postmortemId}`,
  })
  const rows = page.locator('[data-event]')
  const timeline = page.getByRole('region', { name: 'Timeline' })
  const focused = page.locator('[data-event]:focus')
  await expect(rows.first()).toContainText('Event 1:')
  expect(await rows.count()).toBeLessThan(80)
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(COUNT))

  await rows.first().focus()
  for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowDown')
  await expect(focused).toContainText('Event 61:')
  await expect(focused).toHaveAttribute('aria-posinset', '61')
  await expect(focused).toBeInViewport()

  await timeline.evaluate((section) => section.scrollTo(0, 12_000))
  await expect(page.getByText('Event 61:')).not.toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toContainText('Event 62:')
  await expect(focused).toBeInViewport()

  await timeline.evaluate((section) => section.scrollTo(0, 0))
  await page.getByRole('button', { name: 'Durations' }).click()
  await page.getByRole('button', { name: /^resolved: .*on the timeline$/ }).click()
  await expect(focused).toContainText(`Event ${COUNT}:`)
  await expect(focused).toBeInViewport()

  await page.keyboard.press('c')
  const comments = page.getByRole('complementary', { name: 'Comments' })
  await comments.getByRole('textbox').fill('How do we know?')
  await comments.getByRole('button', { name: 'Comment', exact: true }).click()
  await comments.getByRole('button', { name: 'Show all' }).click()
  await timeline.evaluate((section) => section.scrollTo(0, 0))
  await rows.nth(3).focus()
  await expect(page.locator('[data-event]', { hasText: `Event ${COUNT}:` })).toHaveCount(0)
  await comments.getByTitle('Go to the text').click()
  await expect(focused).toContainText(`Event ${COUNT}:`)
  await expect(focused).toBeInViewport()
  await comments.getByRole('button', { name: 'Close the comments' }).click()

  await timeline.evaluate((section) => section.scrollTo(0, 0))
  await rows.nth(2).focus()
  const grip = await rows.nth(2).getByRole('button', { name: 'Move this event' }).boundingBox()
  if (!grip) throw new Error('the grip is not on the page')
  await page.mouse.move(grip.x + 8, grip.y + 8)
  await page.mouse.down()
  await page.mouse.move(grip.x + 8, 880, { steps: 5 })
  await expect(page.getByText(/^Would be about .* between “Event ([6-9]\d|\d{3})/)).toBeAttached() // it scrolls by itself
  await page.mouse.move(grip.x + 8, 400, { steps: 5 })
  await page.mouse.up()
  await expect(focused).toContainText('Event 3:')
  expect(Number(await focused.getAttribute('aria-posinset'))).toBeGreaterThan(40)

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(rows).toHaveCount(COUNT)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(rows).not.toHaveCount(COUNT)
  expect(faults).toEqual([])
}, 90_000)
