import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { letIn } from '../harness/arrive.ts'
import { askServer } from '../harness/askServer.ts'
import buildClient from '../harness/buildClient.ts'
import { longIncident } from '../harness/longIncident.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { startCandor } from '../harness/startCandor.ts'
import { timedIn, watchFrames } from './watchFrames.ts'

/** How long a browser reads a long metric whose times have no zone, and how long its page stands still meanwhile. */
const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const count = Number(options.rows)

const rows = Array.from({ length: count }, (_, nth) => {
  const time = new Date(Date.UTC(2026, 2, 10, 9) + nth * 1_000).toISOString().slice(0, 19).replace('T', ' ')
  return `${time},${(200 + 50 * Math.sin(nth / 300) + (nth % 17)).toFixed(2)},${(nth % 7) / 10}`
})

buildClient()
const [browser, candor] = await Promise.all([openBrowser(), startCandor()])
const folder = join(tmpdir(), `candor-bench-${process.pid}`)
try {
  mkdirSync(folder)
  const file = join(folder, 'latency.csv')
  writeFileSync(file, `time,p95 (ms),errors (%)\n${rows.join('\n')}\n`)
  const { postmortemId } = await askServer(
    { address: candor.address, cookie: ownerCookieAt(candor.address) },
    importIncidentEndpoint,
    { body: { fileName: 'long.json', text: JSON.stringify(longIncident(100)) } },
  )
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await letIn(context, 'Tomás Vidal', candor.address)
  const page = await context.newPage()
  await page.goto(`${candor.address}/p/${postmortemId}`)
  await page.getByRole('button', { name: 'Add a metric…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a metric' })
  await dialog.waitFor()
  await page.evaluate(watchFrames)
  const timed = timedIn(page)
  await timed('until the zone is asked for', async () => {
    await dialog.getByLabel('File').setInputFiles(file)
    await dialog.getByLabel('In which zone were its times written?').waitFor()
  })
  await timed(`reading ${count} rows in the worker`, async () => {
    await dialog.getByLabel('In which zone were its times written?').fill('Europe/Paris')
    await dialog.getByRole('group', { name: 'Lines found' }).waitFor({ timeout: 120_000 })
  })
  await timed('adding and drawing it', async () => {
    await dialog.getByRole('button', { name: 'Add 2 metrics' }).click()
    await page.getByRole('img', { name: /^p95, from/ }).waitFor()
  })
} finally {
  await browser.close()
  await candor.stop()
  rmSync(folder, { recursive: true, force: true })
}
