import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** The system's Chromium, else Playwright's own. */
export async function openBrowser(): Promise<Browser> {
  const executable = existsSync(SYSTEM_CHROMIUM) ? { executablePath: SYSTEM_CHROMIUM } : {}
  try {
    return await chromium.launch({
      ...executable,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    })
  } catch (error) {
    throw new Error(
      'The journeys need Chromium. Install it with "apt install chromium" or "npx playwright install chromium".',
      { cause: error },
    )
  }
}
