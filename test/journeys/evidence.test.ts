import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect as plainly, test } from 'vitest'
import { startPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { arrive } from '../harness/arrive.ts'
import { askServer } from '../harness/askServer.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { logOf, pastePhoto, pasteText } from './attachOnPage.ts'
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

const SLACK = 'test/evidence/samples/slack-export/inc-4127.zip'

test('a Slack export and pasted notes are looked through, added once, and downloaded as they were kept', async () => {
  const { postmortemId } = await askServer(
    { address: candor.address, cookie: ownerCookieAt(candor.address) },
    startPostmortemEndpoint,
    { body: { title: 'Checkout slowed', severity: 'SEV-2' } },
  )
  const address = `${candor.address}/p/${postmortemId}/prepare`
  const { page } = await arrive(browser, { name: 'Tomás Vidal', address })
  await page.getByText('Drop files here').waitFor()

  const dropZip = async () => {
    const bytes = readFileSync(SLACK).toString('base64')
    const dataTransfer = await page.evaluateHandle((letters) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([content], 'inc-4127.zip', { type: 'application/zip' }))
      return transfer
    }, bytes)
    await page.dispatchEvent('body', 'drop', { dataTransfer })
  }
  await dropZip()
  const dialog = page.getByRole('dialog', { name: /things to choose from/ }) // a toast is one as well
  const add = dialog.getByRole('button', { name: /^Add [1-9]/ })
  await expect(add).toBeEnabled()

  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      '10:14 alert: checkout 5xx\n10:47 rolled back by hand, for ops@example.org\n',
    )
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  const notes = dialog.getByRole('region', { name: 'Pasted text.txt' })
  await notes.getByLabel('In which time zone?').selectOption('Europe/Berlin')
  await notes.getByLabel('On which day?').fill('2026-03-11')
  const rolledBack = dialog.getByRole('checkbox', { name: /09:47: rolled back by hand, for •••\(e-mail\)/ })
  await expect(rolledBack).toBeEnabled()
  await rolledBack.check()
  const row = dialog.getByRole('listitem').filter({ hasText: 'rolled back by hand' })
  await expect(row.getByLabel('Part of the response')).toHaveValue('mitigation')
  await row.getByLabel('Part of the response').focus()
  await row.getByLabel('Part of the response').selectOption('recovery')
  await add.click()
  await dialog.waitFor({ state: 'detached' })
  await expect(page.getByText(/\d+ added from evidence/)).toBeVisible()

  await dropZip()
  await expect(dialog.getByText(/are here already/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Add 0' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  // In the meeting, too: what is pasted while nobody writes is read, and the way back is where it was.
  await page.getByRole('link', { name: 'Meeting' }).first().click()
  await page.getByText('Add a fact').waitFor()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '2026-03-11 11:30 UTC all quiet\n')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(dialog.getByRole('checkbox', { name: /all quiet/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('link', { name: 'Prepare' }).first().click()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'inc-4127.zip' }).click(),
  ])
  const downloaded = unzipSync(new Uint8Array(readFileSync(await download.path())))
  const given = unzipSync(new Uint8Array(readFileSync(SLACK)))
  plainly(Object.keys(downloaded).sort()).toEqual(Object.keys(given).sort())
  const all = Object.values(downloaded)
    .map((bytes) => strFromU8(bytes))
    .join('\n')
  plainly(all).toContain('•••(e-mail)')
  plainly(all).not.toMatch(/[\w.]+@[\w]+\.(com|org|example)/)
})

test('a log of 300 KB and a photograph are attached to a card, with nothing in them that is nobody’s business', async () => {
  const { postmortemId } = await askServer(
    { address: candor.address, cookie: ownerCookieAt(candor.address) },
    startPostmortemEndpoint,
    { body: { title: 'Orders stood still', severity: 'SEV-2' } },
  )
  const address = `${candor.address}/p/${postmortemId}`
  const { page, faults } = await arrive(browser, { name: 'Tomás Vidal', address })
  const { page: other } = await arrive(browser, { name: 'Noor Haddad', address })
  for (const one of [page, other]) await one.getByText('Walk the timeline').first().click()
  await page.keyboard.press('f')
  await page.keyboard.type('The pool was full')
  await pasteText(page, logOf(4_300))
  await page.keyboard.type(' from 10:14 on') // meanwhile the words go on
  await page.keyboard.press('Escape')
  const log = other.getByRole('button', { name: /^Log Pasted text\.log 4,300 lines, / })
  await log.click()
  const dialog = other.getByRole('dialog', { name: 'Pasted text.log' })
  await dialog.getByRole('textbox', { name: /^Search in/ }).fill('wait=4200 ')
  await other.keyboard.press('Enter')
  await expect(dialog.locator('code', { hasText: 'wait=4200 •••(e-mail)' })).toBeVisible()
  await other.keyboard.press('Escape')

  await page.locator('[data-card]').first().focus()
  await pastePhoto(page)
  await page.getByRole('button', { name: 'Cover a part' }).click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('button', { name: 'Attach picture' }).click()
  // A picture that still says where it was taken is kept by no server.
  await other.getByRole('button', { name: 'Picture IMG_1014.jpg' }).click()
  const picture = other.getByRole('img', { name: 'Picture: IMG_1014.jpg' })
  const shown = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const points = (x: number, y: number) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)
    return { width: canvas.width, height: canvas.height, covered: points(600, 400) }
  })
  plainly(shown).toEqual({ width: 1_200, height: 800, covered: [0, 0, 0] })
  await expect(page.locator('[data-card]').first()).toContainText('The pool was full from 10:14 on')

  // A file that is deleted between the choice and the reading.
  const gone = join(mkdtempSync(join(tmpdir(), 'candor-gone-')), 'gone.log')
  writeFileSync(gone, '10:14 pool full')
  await page.locator('[data-card]').first().getByRole('button', { name: 'What to do with this card' }).click()
  await page.getByRole('menuitem', { name: 'Attach…' }).click()
  await page.evaluate(() => {
    const keep = (event: Event) => event.target instanceof HTMLInputElement && event.stopPropagation()
    document.addEventListener('change', keep, { capture: true, once: true })
  })
  const choice = page.getByLabel('Files to attach')
  await choice.setInputFiles(gone)
  rmSync(gone)
  await choice.dispatchEvent('change')
  await expect(page.getByText(/gone\.log was not attached: reading it stopped/)).toBeVisible()
  plainly(faults).toEqual([])
})
