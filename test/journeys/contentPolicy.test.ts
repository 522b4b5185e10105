import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrive } from '../harness/arrive.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { addCard, column, goOn, importByDrop, untilSaved, writeNotes } from './inTheMeeting.ts'

let browser: Browser
let candor: Candor
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await candor?.stop()
})

const markup = '<img src=x onerror="document.title=1"><b>Mal</b>'

/** What the browser refused to the page since it was last loaded: `directive: what`. */
const refusedTo = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { refused?: string[] }).refused ?? [])

async function watch(page: Page): Promise<void> {
  const collect = () => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      refused.push(`${effectiveDirective}: ${blockedURI}`),
    )
  }
  await page.addInitScript(collect)
  await page.reload()
}

test.each([
  ['light', false],
  ['dark', true],
])(
  'in %s, all the page needs comes in files of its own: the browser refuses it nothing, and markup is only text',
  async (_, isDark) => {
    const { page, faults } = await arrive(browser, {
      name: `${markup} ${isDark}`,
      address: candor.address,
      isDark,
    })
    await watch(page)
    await importByDrop(page)
    await page.getByRole('button', { name: /^Start the meeting/ }).click()
    await goOn(page, 'Context and impact')
    await page.getByRole('textbox', { name: 'Summary' }).fill(markup)
    await goOn(page, 'Walk the timeline')
    await column(page, 'Facts').waitFor()
    await page.getByRole('button', { name: 'Timeline as a list' }).click()
    await page.getByRole('button', { name: 'Add an event' }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /your account and theme/ }).click()
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await addCard(page, 'f', markup)
    await column(page, 'Facts').getByText(markup).waitFor()
    await writeNotes(page, `> quoted${' '.repeat(3)}\n\n- ${markup}`)
    const editor = page.getByRole('textbox', { name: /^Notes on/ })
    expect(await editor.evaluate((element) => getComputedStyle(element).whiteSpace)).toBe('break-spaces')
    await page.screenshot({ path: `test-results/notes-${isDark ? 'dark' : 'light'}.png` })
    await page.keyboard.press('Escape')
    await untilSaved(page)
    await page.goto(`${page.url().replace(/\/report$/, '')}/report`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.getByText(markup).first().waitFor()
    expect(await page.locator('img[onerror], main b:text-is("Mal")').count()).toBe(0)
    expect(await refusedTo(page)).toEqual([])
    expect(faults).toEqual([])
  },
)

test('what gets into the page all the same is refused: a script, a handler, a style, a frame, a picture from elsewhere', async () => {
  const { page } = await arrive(browser, { name: 'Fay', address: candor.address })
  await watch(page)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => {
    const planted = document.createElement('div')
    planted.innerHTML =
      '<p id="styled" style="color: rgb(1, 2, 3)">x</p><style>p { color: rgb(1, 2, 3) }</style>' +
      '<img src="x" onerror="document.title = 1"><img src="http://elsewhere.example/x.png">' +
      '<a id="link" href="javascript:document.title = 1">x</a><iframe src="http://elsewhere.example/"></iframe>'
    const script = document.createElement('script')
    script.textContent = 'document.title = "ran"'
    document.body.append(planted, script)
    document.querySelector<HTMLElement>('#link')?.click()
  })
  await expect
    .poll(async () => [...new Set((await refusedTo(page)).map((line) => line.split(':')[0]))].sort())
    .toEqual([
      'frame-src',
      'img-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ])
  expect(await page.title()).not.toMatch(/^(1|ran)$/)
  expect(await page.locator('#styled').evaluate((element) => getComputedStyle(element).color)).not.toBe(
    'rgb(1, 2, 3)',
  )
})
