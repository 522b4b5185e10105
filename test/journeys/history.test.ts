import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, test } from 'vitest'
import { arrive } from '../harness/arrive.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { addCard, column, expect, goOn, importByDrop, untilSaved, writeNotes } from './inTheMeeting.ts'

let browser: Browser
let candor: Candor
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await candor?.stop()
})

test('someone restores a checkpoint while another has the notes open, undoes it, and nobody loses a word', async () => {
  const maren = await arrive(browser, { name: 'Maren Oduya', address: candor.address })
  const link = await importByDrop(maren.page)
  await maren.page.getByRole('button', { name: /^Start the meeting/ }).click()
  await goOn(maren.page, 'Context and impact')
  await goOn(maren.page, 'Walk the timeline')
  await addCard(maren.page, 'f', 'The dump job had failed for weeks')
  await untilSaved(maren.page)

  await maren.page.getByRole('link', { name: 'History' }).click()
  await maren.page.getByRole('button', { name: 'Save a checkpoint' }).click()
  await maren.page.getByLabel('What should it be called?').fill('Before the walk')
  await maren.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(maren.page.getByRole('link', { name: /Before Walk the timeline/ })).toBeVisible()

  const tomas = await arrive(browser, { name: 'Tomás Vidal', address: link })
  await column(tomas.page, 'Interpretations')
    .getByRole('button', { name: /^Add an interpretation/ })
    .click()
  await tomas.page.keyboard.type('Nobody looked at the mails')
  await tomas.page.keyboard.press('Escape')
  await writeNotes(tomas.page, 'We walked it twice.')
  await untilSaved(tomas.page)
  await maren.page.getByRole('link', { name: /Before the walk/ }).click()
  await expect(maren.page.getByText('Added since by Tomás Vidal')).toHaveCount(2)

  await maren.page.getByRole('button', { name: 'Restore this' }).click()
  await maren.page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(maren.page.getByText('Nothing has changed since.')).toBeVisible()
  const editor = tomas.page.getByRole('textbox', { name: /^Notes on/ })
  await expect(editor).toHaveText('')
  await expect(tomas.page.getByText('Nobody looked at the mails')).toHaveCount(0)
  await editor.click()
  await tomas.page.keyboard.type('And so on.')
  await untilSaved(tomas.page)

  await maren.page.getByRole('button', { name: 'Undo' }).click()
  await expect(editor).toContainText('We walked it twice.')
  await expect(editor).toContainText('And so on.')
  await expect(column(tomas.page, 'Interpretations').getByText('Nobody looked at the mails')).toBeVisible()
  await expect(maren.page.getByRole('link', { name: /Before “Before the walk” was restored/ })).toBeVisible()
  for (const { name, faults } of [maren, tomas]) expect(faults, name).toEqual([])
}, 120_000)
