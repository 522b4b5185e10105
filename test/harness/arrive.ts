import type { Browser, BrowserContext, Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { signIn } from './askServer.ts'

export type Arrived = {
  name: string
  page: Page
  context: BrowserContext
  /** What went wrong in the page itself, in order: exceptions, and errors on its console. */
  faults: string[]
}

type Arrival = {
  /** Null for the shared screen, which has no name. */
  name: string | null
  address: string
  viewport?: { width: number; height: number }
  isDark?: boolean
  isPhone?: boolean
}

/** Longest anyone waits for something on a screen, in ms; two processors share a whole meeting. */
const PATIENCE_MS = 15_000

/**
 * A colleague opens a link in a browser of their own, in which they have signed in before. Gone again when the test is over; if it failed, a
 * picture of what they saw last stays in `test-results`.
 */
export async function arrive(
  browser: Browser,
  { name, address, viewport = { width: 1440, height: 900 }, isDark = false, isPhone = false }: Arrival,
): Promise<Arrived> {
  const context = await browser.newContext({
    viewport,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...(isPhone && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  onTestFinished(async ({ task }) => {
    const file = `test-results/${(name ?? 'stage').replace(/\W+/g, '-')}.png`
    if (task.result?.state === 'fail') await page.screenshot({ path: file }).catch(() => {}) // already closed
    await context.close()
  })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) faults.push(message.text())
  })
  if (name !== null) await letIn(context, name, address)
  await page.goto(address)
  return { name: name ?? 'the shared screen', page, context, faults }
}

/** From here on this browser is signed in as somebody of this name. */
export async function letIn(context: BrowserContext, name: string, address: string): Promise<void> {
  const { origin } = new URL(address)
  const [cookieName = '', value = ''] = (await signIn(origin, name)).cookie.split('=')
  await context.addCookies([{ name: cookieName, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}

/** A browser reports every lost connection on its console; the page says it to the person. */
const isExpected = (text: string) => /WebSocket|ERR_(CONNECTION|INTERNET)|Failed to load resource/.test(text)
