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

test('two people talk about a card and a passage, by mention and answer, and what they said outlives the text', async () => {
  const maren = await arrive(browser, { name: 'Maren Oduya', address: candor.address })
  const link = await importByDrop(maren.page)
  await maren.page.getByRole('button', { name: /^Start the meeting/ }).click()
  await goOn(maren.page, 'Context and impact')
  await goOn(maren.page, 'Walk the timeline')
  await addCard(maren.page, 'f', 'The dump job had failed for weeks')
  await writeNotes(maren.page, 'Nobody read the mails of the dump job.')
  await untilSaved(maren.page)
  const tomas = await arrive(browser, { name: 'Tomás Vidal', address: link })

  const card = (page: typeof maren.page) =>
    column(page, 'Facts').locator('[data-card]', { hasText: 'dump job' })
  const panel = (page: typeof maren.page) => page.getByRole('complementary', { name: 'Comments' })
  await card(tomas.page).focus()
  await tomas.page.keyboard.press('c')
  await expect(panel(tomas.page).getByRole('textbox')).toBeFocused()
  await tomas.page.keyboard.type('Who got the mails, @mar')
  await tomas.page.keyboard.press('Enter')
  await expect(panel(tomas.page).getByRole('textbox')).toHaveValue('Who got the mails, @Maren Oduya ')
  await tomas.page.keyboard.press('Control+Enter')
  await expect(panel(tomas.page).getByRole('article')).toContainText('Who got the mails')
  await tomas.page.keyboard.press('Escape')
  await expect(card(tomas.page)).toBeFocused()

  await maren.page.getByRole('button', { name: 'Comments, 1 mentions you' }).click()
  await panel(maren.page).getByRole('textbox', { name: 'Reply' }).fill('A list nobody reads any more.')
  await panel(maren.page).getByRole('button', { name: 'Reply' }).click()
  await expect(maren.page.getByRole('button', { name: 'Comments', exact: true })).toBeVisible()
  await expect(card(tomas.page).getByRole('button', { name: '2 comments' })).toBeVisible()

  const notes = tomas.page.getByRole('region', { name: 'Notes' })
  await notes.getByText('Nobody read the mails').selectText()
  await notes.getByRole('button', { name: 'Comment' }).click()
  await panel(tomas.page).getByRole('textbox').first().fill('Since when?')
  await panel(tomas.page).getByRole('button', { name: 'Comment', exact: true }).click()
  const onNotes = panel(maren.page).getByRole('article', { name: /^Notes on Walk the timeline/ })
  await expect(onNotes).toContainText('Since when?')

  await card(maren.page).focus()
  await maren.page.keyboard.press('Delete')
  await expect(panel(maren.page).getByText('The text it was about is gone')).toBeVisible()
  await expect(panel(maren.page).getByText('A list nobody reads any more.')).toBeVisible()
  await onNotes.getByRole('button', { name: 'Resolve' }).click()
  await expect(panel(tomas.page).getByText('1 resolved thread')).toBeVisible()
  for (const { name, faults } of [maren, tomas]) expect(faults, name).toEqual([])
}, 120_000)
