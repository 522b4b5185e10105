import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect as plainly, test } from 'vitest'
import { type Arrived, arrive } from '../harness/arrive.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { column, expect, words } from './inTheMeeting.ts'

let browser: Browser
let candor: Candor
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await candor?.stop()
})

const PASSWORD = 'four words in a row'

/** Opens a link in a browser of their own, in which nobody is signed in. */
const comeBy = async (name: string, address: string): Promise<Arrived> => ({
  ...(await arrive(browser, { name: null, address })),
  name,
})

async function setUp(): Promise<Arrived> {
  await expect.poll(candor.setUpLink).not.toBeNull()
  const olga = await comeBy('Olga Brandt', candor.setUpLink() ?? '')
  const { page } = olga
  await page.getByLabel('Your name').fill('Olga Brandt')
  await page.getByLabel('E-mail').fill('olga@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Your team').fill('Payments')
  await page.getByRole('button', { name: 'Set up Candor' }).click()
  await page.waitForURL(`${candor.address}/`)
  return olga
}

async function invite(page: Page, email: string): Promise<string> {
  await page.getByRole('button', { name: /your account and theme/ }).click()
  await page.getByRole('menuitem', { name: 'People' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  return page.getByLabel('Invitation link').inputValue()
}

async function startPostmortem(page: Page, title: string): Promise<string> {
  await page.goto(candor.address)
  await page.getByRole('link', { name: 'Start a postmortem' }).first().click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Start a postmortem' }).click()
  await page.waitForURL(/\/p\/[\w-]+\/prepare$/)
  return page.url()
}

test('an owner, a colleague and a guest come in by their links, and whoever is to leave again is gone at once', async () => {
  const olga = await setUp()
  const late = await comeBy('Late', candor.setUpLink() ?? '')
  await expect(late.page.getByRole('heading', { name: 'This Candor is set up.' })).toBeVisible()

  const invitation = await invite(olga.page, 'tomas@example.org')
  const tomas = await comeBy('Tomás Vidal', invitation)
  await expect(tomas.page.getByRole('heading', { name: 'Join Payments' })).toBeVisible()
  await tomas.page.getByLabel('Your name').fill('Tomás Vidal')
  await tomas.page.getByLabel(/^Password/).fill(PASSWORD)
  await tomas.page.getByRole('button', { name: 'Join', exact: true }).click()
  await tomas.page.waitForURL(`${candor.address}/`)

  const room = await startPostmortem(olga.page, 'Checkout slowed')
  await tomas.page.goto(room)
  await expect(tomas.page.getByText('Checkout slowed').first()).toBeVisible()

  // A guest waits at the door, and sees nothing of the incident before somebody lets them in.
  await olga.page.getByRole('button', { name: 'Invite people' }).click()
  await olga.page.getByRole('tab', { name: 'Guests' }).click()
  await olga.page.getByRole('button', { name: 'Make a guest link' }).click()
  const guestLink = await olga.page.getByLabel('Guest link').inputValue()
  await olga.page.keyboard.press('Escape')
  const ada = await comeBy('Ada Bruun', guestLink)
  await ada.page.getByLabel('Your name').fill('Ada Bruun')
  await ada.page.getByRole('button', { name: 'Ask to come in' }).click()
  await expect(words(ada.page, /Keep this page open/)).toBeVisible()
  plainly(await ada.page.content()).not.toContain('Checkout slowed')
  await olga.page.getByRole('button', { name: 'Let in Ada Bruun' }).click()
  await expect(ada.page.getByText('Checkout slowed').first()).toBeVisible()
  await ada.page.goto(candor.address)
  await expect(ada.page.getByText('Checkout slowed').first()).toBeVisible()
  await ada.page.goto(room)

  await olga.page.getByRole('button', { name: 'Invite people' }).click()
  await olga.page.getByRole('tab', { name: 'Guests' }).click()
  await olga.page.getByRole('button', { name: /^End access/ }).click()
  await expect(words(ada.page, /you do not have access to it/)).toBeVisible()
  await expect(column(ada.page, 'Facts')).toHaveCount(0)

  // Only Olga reads it from now on: it is gone from the other's page, and from their list.
  await olga.page.getByRole('tab', { name: 'Who may read' }).click()
  await olga.page.getByText('Only some').click()
  await olga.page.getByRole('button', { name: 'Restrict it' }).click()
  await expect(words(tomas.page, /you do not have access to it/)).toBeVisible()
  await tomas.page.goto(candor.address)
  await expect(tomas.page.getByRole('link', { name: 'Start a postmortem' }).first()).toBeVisible()
  await expect(tomas.page.getByText('Checkout slowed')).toHaveCount(0)

  // And back by password, in another browser.
  const again = await comeBy('Tomás Vidal', candor.address)
  await again.page.getByLabel('E-mail').fill('tomas@example.org')
  await again.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await again.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(again.page.getByRole('button', { name: /Tomás Vidal/ })).toBeVisible()
  for (const { name, faults } of [olga, tomas, ada, late, again]) plainly(faults, name).toEqual([])
}, 120_000)
