import { startPostmortemEndpoint } from '../../shared/wire/postmortems.ts'
import { letIn } from '../harness/arrive.ts'
import { askServer } from '../harness/askServer.ts'
import buildClient from '../harness/buildClient.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { startCandor } from '../harness/startCandor.ts'
import { logOf, pasteText } from '../journeys/attachOnPage.ts'
import { timedIn, watchFrames } from './watchFrames.ts'

/** How long a pasted log takes until it lies on its card, and how long the page stands still meanwhile. */
const KILOBYTES = [300, 3_000]

buildClient()
const [browser, candor] = await Promise.all([openBrowser(), startCandor()])
try {
  const { postmortemId } = await askServer(
    { address: candor.address, cookie: ownerCookieAt(candor.address) },
    startPostmortemEndpoint,
    { body: { title: 'Checkout slowed', severity: 'SEV-2' } },
  )
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await letIn(context, 'Tomás Vidal', candor.address)
  const page = await context.newPage()
  await page.goto(`${candor.address}/p/${postmortemId}`)
  await page.getByText('Walk the timeline').first().click()
  await page.keyboard.press('f')
  await page.keyboard.type('The pool was full')
  await page.evaluate(watchFrames)
  const timed = timedIn(page)
  const logs = page.getByRole('button', { name: /^Log Pasted/ })
  const lineBytes = logOf(1).length + 1
  let attached = 0
  for (const kilobytes of KILOBYTES) {
    for (let round = 1; round <= 5; round++) {
      // Another one each time: the same bytes are not sent twice.
      const log = logOf(Math.round((kilobytes * 1_024) / lineBytes) + round)
      await timed(`${kilobytes} kB, round ${round}`, async () => {
        await pasteText(page, log)
        await page.keyboard.type('!')
        await logs.nth(attached++).waitFor()
      })
    }
  }
  await timed('opening the last one', async () => {
    await logs.last().click()
    await page.getByRole('region', { name: /^Lines of/ }).waitFor()
  })
} finally {
  await browser.close()
  await candor.stop()
}
