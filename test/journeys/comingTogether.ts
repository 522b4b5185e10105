import type { Browser } from '@playwright/test'
import { type Arrived, arrive } from '../harness/arrive.ts'
import type { BreakableLine } from '../harness/breakableLine.ts'
import type { Candor } from '../harness/startCandor.ts'
import { clock, column, currentItem, expect, importByDrop, words } from './inTheMeeting.ts'
import { byTomas } from './writtenWords.ts'

/** Everything a scene of the meeting may need. */
export type Room = {
  browser: Browser
  candor: Candor
  /** The phone's own connection to the server. */
  line: BreakableLine
  link: string
  maren: Arrived
  tomas: Arrived
  noor: Arrived
  stage: Arrived
}

/** Maren imports the incident and chooses half an hour; the others come by her link. */
export async function gather({
  browser,
  candor,
  line,
}: Pick<Room, 'browser' | 'candor' | 'line'>): Promise<Room> {
  const maren = await arrive(browser, { name: 'Maren Oduya', address: candor.address })
  const link = await importByDrop(maren.page)
  await maren.page.getByRole('radio', { name: /^30 minutes/ }).click()
  await expect(maren.page.getByRole('button', { name: 'Start the meeting, 30 min' })).toBeVisible()

  const wide = { width: 1280, height: 720 }
  const tomas = await arrive(browser, { name: 'Tomás Vidal', address: link, viewport: wide })
  // The phone is the one whose connection will be lost, so it has a line of its own.
  const noor = await arrive(browser, {
    name: 'Noor Haddad',
    address: link.replace(candor.address, line.address),
    viewport: { width: 390, height: 844 },
    isPhone: true,
  })
  await maren.page.getByRole('button', { name: 'Open stage' }).click()
  const stageLink = await maren.page.getByRole('link', { name: 'Open in a new window' }).getAttribute('href')
  await maren.page.keyboard.press('Escape')
  const stage = await arrive(browser, { name: null, address: stageLink ?? '', viewport: wide })
  await expect(stage.page.getByRole('heading', { level: 1 })).toContainText('Primary database directory')
  return { browser, candor, line, link, maren, tomas, noor, stage }
}

export async function start({ maren, tomas, noor, stage }: Room): Promise<void> {
  await maren.page.getByRole('button', { name: /^Start the meeting/ }).click()
  for (const { page } of [maren, tomas, stage]) await expect(currentItem(page)).toContainText('Set the tone')
  await expect(noor.page.getByText('1 of 8')).toBeVisible()
  for (const { page } of [maren, tomas, noor, stage]) await expect(clock(page)).toHaveText(/[12]:\d\d/)
  // What only the facilitator steers is not offered to anyone else.
  for (const { page } of [tomas, noor, stage]) {
    await expect(page.getByRole('button', { name: /^(Pause|Back|Next:|Open stage)/ })).toHaveCount(0)
  }
}

/** Whoever comes late is told once where the room is, and sees all that was written. */
export async function joinLate({ browser, link, maren }: Room): Promise<Arrived> {
  const wei = await arrive(browser, { name: 'Wei Chen', address: link })
  await expect(words(wei.page, /You’re here · item 3 of 8 · \d+ min left/)).toBeVisible()
  await expect(column(wei.page, 'Interpretations').getByText(byTomas)).toBeVisible()
  await expect(wei.page.getByText('We walked the hour before midnight twice.')).toBeVisible()
  await expect(maren.page.getByText('4 here', { exact: true })).toBeVisible()
  return wei
}
