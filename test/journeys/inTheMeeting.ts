import { readFileSync } from 'node:fs'
import { type Locator, type Page, expect as patient } from '@playwright/test'

/** Two processors share five browsers and a server: a screen may take its time. */
export const expect = patient.configure({ timeout: 15_000 })

export const GITLAB = 'gitlab-2017-01-31.json'

/** Drops an incident file on the page, looks at what was understood, and creates the postmortem. Answers its link. */
export async function importByDrop(page: Page, look?: (preview: Page) => Promise<void>): Promise<string> {
  // Before the page is there, nobody takes the file.
  await page.getByRole('button', { name: 'Import incident files' }).first().waitFor()
  const text = readFileSync(`test/evidence/incidents/${GITLAB}`, 'utf8')
  const dataTransfer = await page.evaluateHandle(
    ({ text, name }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], name, { type: 'application/json' }))
      return transfer
    },
    { text, name: GITLAB },
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer })
  const create = page.getByRole('button', { name: 'Create postmortem' })
  await create.waitFor()
  await look?.(page)
  await create.click()
  await page.waitForURL(/\/p\/[\w-]+$/)
  return page.url()
}

/** On disk at the server, which is what the word says. */
export const untilSaved = (page: Page) => expect(page.locator('[data-save]')).toHaveText('Saved')

export const column = (page: Page, name: string): Locator => page.getByRole('region', { name })

/** By its key, as fast as people do it. */
export async function addCard(page: Page, key: 'f' | 'i' | 'q', text: string): Promise<void> {
  await page.keyboard.press(key)
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
}

export async function addEvent(page: Page, time: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an event' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an event' })
  await dialog.getByLabel('What happened').fill(text)
  await dialog.getByLabel('When', { exact: true }).fill(time)
  await dialog.getByRole('button', { name: 'Add event' }).click()
  await dialog.waitFor({ state: 'detached' })
}

export async function writeNotes(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Write notes' }).click()
  await page.getByRole('textbox', { name: /^Notes on/ }).click()
  await page.keyboard.type(text)
}

/** The title of the item the room is on, as the agenda of this screen marks it. */
export const currentItem = (page: Page): Locator => page.locator('[aria-current="step"]').first()

export const clock = (page: Page): Locator => page.getByRole('timer').first()

/** When the current item's time is up by what this screen shows, in ms. Figures are whole seconds. */
export async function endsAtOn(page: Page): Promise<number> {
  await expect(clock(page)).toHaveText(/^\d+:\d\d/) // dashes stand there until the server has told the time
  const shown = (await clock(page).textContent()) ?? ''
  const [, minutes, seconds] = /^(\d+):(\d\d)/.exec(shown) ?? []
  if (minutes === undefined || seconds === undefined) throw new Error(`No time on the clock: “${shown}”`)
  return Date.now() + (Number(minutes) * 60 + Number(seconds)) * 1_000
}

/** Waits for the room to be there: keys pressed before would go to the item it comes from. */
export async function goOn(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Next: ${title}` }).click()
  await expect(currentItem(page)).toContainText(title)
}

/** Words on the screen; what is said to a screen reader as well is left out. */
export const words = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).and(page.locator(':not([aria-live])')).first()
