import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { type Arrived, arrive } from '../harness/arrive.ts'
import { type BreakableLine, breakableLine } from '../harness/breakableLine.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import {
  addCard,
  addEvent,
  clock,
  column,
  currentItem,
  endsAtOn,
  expect,
  goOn,
  importByDrop,
  untilSaved,
  words,
  writeNotes,
} from './inTheMeeting.ts'

const MEETING_MS = 240_000

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

type Room = { link: string; maren: Arrived; tomas: Arrived; noor: Arrived; stage: Arrived }

test(
  'four people and a shared screen hold a whole meeting, through a lost line and a killed server',
  async () => {
    const room = await gather()
    await start(room)
    await writeTogether(room)
    await takeTurns(room)
    await keepTime(room)
    const wei = await joinLate(room)
    await reload(room)
    await loseTheLine(room)
    await killTheServer(room, wei)
    await handOver(room)
    await agreeOnAnAction(room)
    await endAndRead(room)
    for (const { name, faults } of [...Object.values(room), wei].filter((one) => typeof one !== 'string')) {
      expect(faults, `what went wrong in the page of ${name}`).toEqual([])
    }
  },
  MEETING_MS,
)

/** Maren imports the incident and chooses half an hour; the others come by her link. */
async function gather(): Promise<Room> {
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
  return { link, maren, tomas, noor, stage }
}

async function start({ maren, tomas, noor, stage }: Room): Promise<void> {
  await maren.page.getByRole('button', { name: /^Start the meeting/ }).click()
  for (const { page } of [maren, tomas, stage]) await expect(currentItem(page)).toContainText('Set the tone')
  await expect(noor.page.getByText('1 of 8')).toBeVisible()
  for (const { page } of [maren, tomas, noor, stage]) await expect(clock(page)).toHaveText(/[12]:\d\d/)
  // What only the facilitator steers is not offered to anyone else.
  for (const { page } of [tomas, noor, stage]) {
    await expect(page.getByRole('button', { name: /^(Pause|Back|Next:|Open stage)/ })).toHaveCount(0)
  }
}

const byMaren = 'The dump job had failed for weeks without anyone hearing of it'
const byTomas = 'A prompt that names the host was expected to be enough'
const byNoor = 'Who was told when the backup mails bounced?'

async function writeTogether({ maren, tomas, noor }: Room): Promise<void> {
  await goOn(maren.page, 'Context and impact')
  await tomas.page
    .getByRole('textbox', { name: 'Summary' })
    .fill('One directory was removed on the wrong host.')
  await goOn(maren.page, 'Walk the timeline')
  for (const { page } of [maren, tomas]) await expect(currentItem(page)).toContainText('Walk the timeline')
  // Tomás is still writing: nobody pulls the text from under him, and one press brings him along.
  await expect(tomas.page.getByText('The room is on Walk the timeline.')).toBeVisible()
  await tomas.page.getByRole('button', { name: 'Go there' }).click()

  await addCard(maren.page, 'f', byMaren)
  await addCard(tomas.page, 'i', byTomas)
  await noor.page.getByText('Question', { exact: true }).click()
  await noor.page.getByRole('textbox', { name: 'Your question' }).fill(byNoor)
  await noor.page.getByRole('button', { name: 'Add question' }).click()
  await noor.page.getByRole('button', { name: 'Cards', exact: true }).click()
  for (const { page } of [maren, tomas]) {
    await expect(column(page, 'Facts').getByText(byMaren)).toBeVisible()
    await expect(column(page, 'Interpretations').getByText(byTomas)).toBeVisible()
    await expect(column(page, 'Open questions').getByText(byNoor)).toBeVisible()
  }

  // Two people in one card at once: both keep their words.
  await column(tomas.page, 'Facts').getByText(byMaren).click()
  await column(maren.page, 'Facts').getByText(byMaren).click()
  await Promise.all([tomas.page.keyboard.type(' until the restore'), maren.page.keyboard.type(', not once')])
  for (const { page } of [tomas, maren]) await page.keyboard.press('Escape')
  for (const { page } of [maren, tomas]) {
    const fact = column(page, 'Facts').locator('[data-card]').first()
    for (const phrase of [byMaren, ' until the restore', ', not once'])
      await expect(fact).toContainText(phrase)
  }

  await addEvent(tomas.page, '23:40', 'A snapshot from six hours earlier is found')
  await writeNotes(tomas.page, 'We walked the hour before midnight twice.')
  for (const { page } of [maren, tomas, noor]) await untilSaved(page)
}

/** Hands go up in order, the floor is given, and everyone sees who has it. */
async function takeTurns({ maren, tomas, noor, stage }: Room): Promise<void> {
  await tomas.page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(words(tomas.page, 'You are next')).toBeVisible()
  await noor.page.getByRole('button', { name: 'Raise hand' }).click()
  await maren.page.getByRole('button', { name: 'Give floor to Tomás' }).click()
  await expect(words(tomas.page, 'You have the floor')).toBeVisible()
  await expect(words(stage.page, 'has the floor')).toBeVisible()
  await expect(stage.page.getByText('Next Noor')).toBeVisible()
}

/** Extend, pause and start again; back and on loses no time of the item. */
async function keepTime({ maren, tomas, noor }: Room): Promise<void> {
  const before = await endsAtOn(tomas.page)
  await maren.page.getByRole('button', { name: '+2 min' }).click()
  await expect.poll(async () => Math.round(((await endsAtOn(tomas.page)) - before) / 60_000)).toBe(2)

  await maren.page.getByRole('button', { name: 'Pause' }).click()
  for (const { page } of [tomas, maren]) await expect(clock(page)).toContainText('paused')
  await maren.page.getByRole('button', { name: 'Back' }).click()
  await expect(currentItem(tomas.page)).toContainText('Context and impact')
  await goOn(maren.page, 'Walk the timeline')
  // Noor still waits to speak, so the facilitator is asked before the room moves on.
  await maren.page.getByRole('button', { name: 'Go on to Walk the timeline' }).click()
  await expect(currentItem(tomas.page)).toContainText('Walk the timeline')
  await expect(clock(tomas.page)).toContainText('left of 12:00')
  await expect(noor.page.getByText('3 of 8')).toBeVisible()
}

/** Whoever comes late is told once where the room is, and sees all that was written. */
async function joinLate({ link, maren }: Room): Promise<Arrived> {
  const wei = await arrive(browser, { name: 'Wei Chen', address: link })
  await expect(words(wei.page, /You’re here · item 3 of 8 · \d+ min left/)).toBeVisible()
  await expect(column(wei.page, 'Interpretations').getByText(byTomas)).toBeVisible()
  await expect(wei.page.getByText('We walked the hour before midnight twice.')).toBeVisible()
  await expect(maren.page.getByText('4 here', { exact: true })).toBeVisible()
  return wei
}

async function reload({ tomas }: Room): Promise<void> {
  await tomas.page.reload()
  await expect(currentItem(tomas.page)).toContainText('Walk the timeline')
  await expect(column(tomas.page, 'Facts').getByText(byMaren)).toBeVisible()
  await expect(words(tomas.page, 'You have the floor')).toBeVisible()
  await untilSaved(tomas.page)
}

const offlineByNoor = 'The runbook had no owner'
const meanwhileByTomas = 'Staging was the only copy with recent rows'

/** The phone goes on writing without a connection; back again, everything is there once. */
async function loseTheLine({ maren, tomas, noor }: Room): Promise<void> {
  line.cut()
  await expect(noor.page.locator('[data-save]')).toContainText(/Reconnecting|Working offline/)
  await noor.page.getByRole('button', { name: 'Now', exact: true }).click()
  await noor.page.getByText('Fact', { exact: true }).click()
  for (const text of [offlineByNoor, 'Nobody was paged']) {
    await noor.page.getByRole('textbox', { name: 'Your fact' }).fill(text)
    await noor.page.getByRole('button', { name: 'Add fact' }).click()
  }
  await addCard(tomas.page, 'f', meanwhileByTomas)
  await expect(noor.page.locator('[data-save]')).toContainText('2 changes kept on this device')
  await expect(column(maren.page, 'Facts').getByText(offlineByNoor)).toHaveCount(0)

  line.mend()
  await expect(noor.page.locator('[data-save]')).toContainText('Back online. 2 changes merged and saved')
  await noor.page.getByRole('button', { name: 'Cards', exact: true }).click()
  for (const { page } of [maren, tomas, noor]) {
    for (const text of [offlineByNoor, 'Nobody was paged', meanwhileByTomas]) {
      await expect(column(page, 'Facts').getByText(text)).toHaveCount(1)
    }
  }
}

const lastWords = 'Written in the second before the power went'

/** kill -9 in the middle of an item: same item, same clock, same queue, and every word that said Saved. */
async function killTheServer({ link, maren, tomas, noor, stage }: Room, wei: Arrived): Promise<void> {
  await addCard(tomas.page, 'i', lastWords)
  for (const { page } of [maren, tomas, noor, wei]) await untilSaved(page)
  const endsAt = await endsAtOn(maren.page)
  await candor.crash()
  await expect(maren.page.locator('[data-save]')).toContainText(/Reconnecting|Working offline/)
  await candor.restart()

  for (const { page } of [maren, tomas, noor, wei]) await untilSaved(page)
  // A browser that has never been here holds nothing of its own: what it sees is what the server kept.
  const stranger = await arrive(browser, { name: 'Ines Carvalho', address: `${link}?as=observer` })
  for (const { page } of [maren, tomas, wei, stage, stranger]) {
    await expect(currentItem(page)).toContainText('Walk the timeline')
  }
  for (const { page } of [maren, tomas, stage, stranger]) {
    const [shown, held] = [await endsAtOn(page), endsAt]
    expect(Math.abs(shown - held), 'the clock goes on as if nothing had happened').toBeLessThan(2_000)
  }
  for (const text of [byTomas, lastWords]) {
    await expect(column(stranger.page, 'Interpretations').getByText(text)).toHaveCount(1)
  }
  await expect(words(stranger.page, 'Tomás has the floor')).toBeVisible()
  await expect(stranger.page.getByRole('list', { name: 'Next to speak' })).toContainText('Noor')
  expect(stranger.faults).toEqual([])
  await stranger.context.close()
}

/** The role goes to Tomás, and its controls with it. */
async function handOver({ maren, tomas }: Room): Promise<void> {
  await maren.page.getByRole('button', { name: 'Tomás Vidal: Participant' }).click()
  await maren.page.getByRole('menuitem', { name: 'Hand over facilitation…' }).click()
  await maren.page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(tomas.page.getByRole('button', { name: /^Next:/ })).toBeVisible()
  await tomas.page.getByRole('button', { name: 'Noor Haddad: Participant' }).click()
  await tomas.page.getByRole('menuitemradio', { name: 'Notetaker' }).click()
  await tomas.page.keyboard.press('Escape')
  await tomas.page.getByRole('button', { name: 'Give floor to Noor' }).click()
}

const outcome = 'A restore is rehearsed every month'
const verification = 'The rehearsal restores last night’s dump in an hour'

/** The agenda goes on to the actions, which two people write together. */
async function agreeOnAnAction({ maren, tomas, stage }: Room): Promise<void> {
  const titles = [
    'What went well, and luck',
    'What made it hard',
    'Causes and contributing factors',
    'Actions',
  ]
  for (const title of titles) {
    await goOn(tomas.page, title)
    await expect(currentItem(stage.page)).toContainText(title)
  }
  await maren.page.getByRole('button', { name: /^Add an action/ }).click()
  await maren.page.keyboard.type(outcome)
  await maren.page.keyboard.press('Enter')
  const row = (page: Arrived['page']) => page.getByRole('row').filter({ hasText: outcome })
  await row(tomas.page)
    .getByRole('button', { name: /^Make candidate/ })
    .click()
  await row(tomas.page)
    .getByRole('button', { name: /How will we know it is done/ })
    .click()
  await tomas.page.keyboard.type(verification)
  await row(maren.page)
    .getByRole('button', { name: /Who owns it/ })
    .click()
  await maren.page.getByRole('menuitemradio', { name: 'Wei Chen' }).click()
  await expect(row(tomas.page)).toContainText('Wei')
  for (const { page } of [maren, tomas]) await untilSaved(page)
}

/** After the end whoever facilitates takes the report along, and it holds what they wrote. */
async function endAndRead({ maren, tomas, noor }: Room): Promise<void> {
  await goOn(tomas.page, 'Close')
  await tomas.page.getByRole('button', { name: 'Close the meeting' }).click()
  await tomas.page.getByRole('dialog').getByRole('button', { name: 'Close the meeting' }).click()
  for (const { page } of [maren, tomas, noor]) {
    await expect(words(page, 'The meeting has ended')).toBeVisible()
  }
  await expect(maren.page.locator('[data-save]')).toContainText('Reading. Ask Tomás to edit')

  await tomas.page.getByRole('link', { name: 'Report', exact: true }).click()
  const downloading = tomas.page.waitForEvent('download')
  await tomas.page.getByRole('link', { name: 'Download Markdown' }).click()
  const report = readFileSync((await (await downloading).path()) ?? '', 'utf8')
  const written = [
    '# Primary database directory removed during replication repair',
    'One directory was removed on the wrong host.',
    byMaren,
    byTomas,
    byNoor,
    offlineByNoor,
    'Nobody was paged',
    meanwhileByTomas,
    lastWords,
    'A snapshot from six hours earlier is found',
    'We walked the hour before midnight twice.',
    outcome,
    verification,
    'Facilitator: Tomás Vidal',
    'Notetaker: Noor Haddad',
  ]
  for (const text of written) expect(report.replaceAll('\\', '')).toContain(text)
  expect(report).toMatch(/\| Walk the timeline \| 10 \| 2 \|/)
}
