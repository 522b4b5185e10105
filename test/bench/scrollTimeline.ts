import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { letIn } from '../harness/arrive.ts'
import { askServer } from '../harness/askServer.ts'
import buildClient from '../harness/buildClient.ts'
import { longIncident } from '../harness/longIncident.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { startCandor } from '../harness/startCandor.ts'
import { median, quantile } from './quantile.ts'

/** How a page that opens a room with thousands of events scrolls through all of them, in a real browser. */
const { values: options } = parseArgs({
  options: { events: { type: 'string', default: '5000' }, phone: { type: 'boolean', default: false } },
})
const count = Number(options.events)
const STEP_PX = 240
const PASSES = 2

type Watched = { frames: number[]; longTasks: number[] }

/** Runs in the page: the time from one frame to the next, and every task that took 50 ms or more. */
function watch(): void {
  const watched: Watched & { stop: () => void } = {
    frames: [],
    longTasks: [],
    stop: () => observer.disconnect(),
  }
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longTasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  let before = performance.now()
  const frame = (now: number) => {
    watched.frames.push(now - before)
    before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  Object.assign(window, { watched })
}

const watchedIn = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { frames, longTasks } = (window as unknown as { watched: Watched }).watched // `watch` put it there
    return { frames, longTasks }
  })

buildClient()
const [browser, candor] = await Promise.all([openBrowser(), startCandor()])
try {
  const { postmortemId } = await askServer(
    { address: candor.address, cookie: ownerCookieAt(candor.address) },
    importIncidentEndpoint,
    { body: { fileName: 'long.json', text: JSON.stringify(longIncident(count)) } },
  )
  const viewport = options.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
  const context = await browser.newContext({
    viewport,
    ...(options.phone && { hasTouch: true, isMobile: true }),
  })
  await letIn(context, 'Tomás Vidal', candor.address)
  const page = await context.newPage()
  const asked = performance.now()
  await page.goto(`${candor.address}/p/${postmortemId}`)
  if (options.phone)
    await page
      .getByRole('tab', { name: 'Timeline' })
      .or(page.getByRole('button', { name: 'Timeline' }))
      .click()
  await page.locator('[data-event]').first().waitFor()
  const openedMs = performance.now() - asked
  const rowsAtOnce = await page.locator('[data-event]').count()
  const heights = () =>
    page.evaluate(() => {
      const section = document.querySelector('[data-event]')?.closest('section') ?? document.body
      const around = section.closest('[data-phone]') ? document.documentElement : section
      return { top: around.scrollTop, most: around.scrollHeight - around.clientHeight }
    })
  await page.locator('[data-event]').first().hover()
  await page.evaluate(watch)
  let steps = 0
  for (let pass = 0; pass < PASSES; pass++) {
    const direction = pass % 2 === 0 ? 1 : -1
    for (;;) {
      await page.mouse.wheel(0, direction * STEP_PX)
      steps++
      if (steps % 20 !== 0) continue
      const { top, most } = await heights()
      if (direction > 0 ? top >= most - 1 : top <= 0) break
    }
  }
  const { frames, longTasks } = await watchedIn(page)
  const ms = (value: number) => Math.round(value * 10) / 10
  const result = {
    events: count,
    openedMs: Math.round(openedMs),
    rowsAtOnce,
    wheelSteps: steps,
    frames: frames.length,
    frameMs: {
      median: ms(median(frames)),
      p95: ms(quantile(frames, 0.95)),
      p99: ms(quantile(frames, 0.99)),
      most: ms(Math.max(...frames)),
    },
    longTasks: { count: longTasks.length, most: ms(Math.max(0, ...longTasks)) },
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await browser.close()
  await candor.stop()
}
