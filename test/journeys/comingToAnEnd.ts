import { readFileSync } from 'node:fs'
import type { Arrived } from '../harness/arrive.ts'
import type { Room } from './comingTogether.ts'
import { currentItem, expect, goOn, untilSaved, words } from './inTheMeeting.ts'
import {
  byMaren,
  byNoor,
  byTomas,
  lastWords,
  meanwhileByTomas,
  offlineByNoor,
  outcome,
  verification,
} from './writtenWords.ts'

/** The role goes to Tomás, and its controls with it. */
export async function handOver({ maren, tomas }: Room): Promise<void> {
  await maren.page.getByRole('button', { name: 'Tomás Vidal: Participant' }).click()
  await maren.page.getByRole('menuitem', { name: 'Hand over facilitation…' }).click()
  await maren.page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await expect(tomas.page.getByRole('button', { name: /^Next:/ })).toBeVisible()
  await tomas.page.getByRole('button', { name: 'Noor Haddad: Participant' }).click()
  await tomas.page.getByRole('menuitemradio', { name: 'Notetaker' }).click()
  await tomas.page.keyboard.press('Escape')
  await tomas.page.getByRole('button', { name: 'Give floor to Noor' }).click()
}

/** The agenda goes on to the actions, which two people write together. */
export async function agreeOnAnAction({ maren, tomas, stage }: Room): Promise<void> {
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
export async function endAndRead({ maren, tomas, noor }: Room): Promise<void> {
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
