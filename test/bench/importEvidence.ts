import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { letIn } from '../harness/arrive.ts'
import { askServer } from '../harness/askServer.ts'
import buildClient from '../harness/buildClient.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { slackExport } from '../harness/slackExport.ts'
import { startCandor } from '../harness/startCandor.ts'
import { timedIn, watchFrames } from './watchFrames.ts'

/** How long a browser reads a Slack export, and how long its page stands still meanwhile. */
const { values: options } = parseArgs({ options: { messages: { type: 'string', default: '50000' } } })
const count = Number(options.messages)

buildClient()
const [browser, candor] = await Promise.all([openBrowser(), startCandor()])
const folder = join(tmpdir(), `candor-bench-${process.pid}`)
try {
  mkdirSync(folder)
  const file = join(folder, 'slack-export.zip')
  const bytes = slackExport(count)
  writeFileSync(file, bytes)
  const { postmortemId } = await askServer(
    { address: candor.address, cookie: ownerCookieAt(candor.address) },
    startPostmortemEndpoint,
    { body: { title: 'Checkout slowed', severity: 'SEV-2' } },
  )
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await letIn(context, 'Tomás Vidal', candor.address)
  const page = await context.newPage()
  await page.goto(`${candor.address}/p/${postmortemId}/prepare`)
  await page.getByText('Drop files here').waitFor()
  await page.evaluate(watchFrames)
  const dialog = page.getByRole('dialog', { name: /things to choose from/ }) // a toast is one as well

  const timed = timedIn(page)
  console.log(`${count} messages, ${(bytes.length / 1_024).toFixed(0)} KiB of zip`)
  await timed('reading them in the worker', async () => {
    await page.getByLabel('Files of evidence').setInputFiles(file)
    await dialog.getByText(`${count} things to choose from`).waitFor({ timeout: 300_000 })
  })
  await timed('scrolling through the list', async () => {
    for (let step = 0; step < 40; step++) {
      await page.evaluate((at) => {
        const list = document.querySelector('[aria-label="What can be added"]')?.parentElement
        if (list) list.scrollTop = (list.scrollHeight / 40) * at
      }, step)
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
    }
  })
  await timed('choosing one', async () => {
    await dialog.getByRole('listitem').first().getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Add 1', exact: true }).waitFor()
  })
  await timed('adding it', async () => {
    await dialog.getByRole('button', { name: 'Add 1', exact: true }).click()
    await page.getByText('1 added from evidence').waitFor({ timeout: 60_000 })
  })
  await page.getByLabel('Files of evidence').setInputFiles(file)
  const reading = page.getByRole('region', { name: 'Reading evidence' })
  await reading.getByText('masking').waitFor()
  await timed('calling off another reading', async () => {
    await reading.getByRole('button', { name: 'Cancel' }).click()
    await reading.waitFor({ state: 'detached' })
  })
} finally {
  await browser.close()
  await candor.stop()
}
