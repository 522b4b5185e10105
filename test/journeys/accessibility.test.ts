import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { arrive } from '../harness/arrive.ts'
import { openBrowser } from '../harness/openBrowser.ts'
import { ownerCookieAt } from '../harness/owners.ts'
import { type Candor, startCandor } from '../harness/startCandor.ts'
import { logOf, pastePhoto, pasteText } from './attachOnPage.ts'
import { addCard, expect, goOn, importByDrop, untilSaved } from './inTheMeeting.ts'

let browser: Browser
let candor: Candor
beforeAll(async () => {
  ;[browser, candor] = await Promise.all([openBrowser(), startCandor()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await candor?.stop()
})

/** A narrow one. */
const phone = { width: 360, height: 740 }

/**
 * Every finding that keeps someone out, as `rule: what is wrong, where`; a page wider than its window is one as well. In the
 * dark only the colours are others.
 */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await findingsOf(new AxeBuilder({ page }).withRules('color-contrast'))
  await page.emulateMedia({ colorScheme: 'light' })
  const tooWidePx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  const sideways = tooWidePx > 0 ? [`the page is ${tooWidePx} px too wide`] : []
  const light = await findingsOf(new AxeBuilder({ page }))
  return [...sideways, ...light, ...dark.map((finding) => `in the dark, ${finding}`)]
}

async function findingsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
}

const expectOpenToAll = async (page: Page, screen: string) =>
  expect(await barriersOn(page), screen).toEqual([])

test('the look for barriers notices one that is planted', async () => {
  const { page } = await arrive(browser, { name: null, address: candor.address })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await barriersOn(page)).toEqual([expect.stringContaining('button-name')])
  await page.evaluate(() => {
    const wide = document.createElement('p')
    wide.style.inlineSize = '3000px'
    wide.textContent = 'wide'
    document.body.append(wide)
  })
  expect(await barriersOn(page)).toContainEqual(expect.stringMatching(/too wide/))
  await page.evaluate(() => {
    const faint = document.createElement('p')
    faint.style.color = 'light-dark(#000, #333)'
    faint.textContent = 'faint'
    document.querySelector('main')?.append(faint)
  })
  expect(await barriersOn(page)).toContainEqual(expect.stringMatching(/^in the dark, color-contrast/))
})

describe('no screen keeps anyone out, in light or dark:', () => {
  const come = (name: string | null, address: string, more: Partial<Parameters<typeof arrive>[1]> = {}) =>
    arrive(browser, { name, address, ...more })

  test('coming in for the first time, the first look at the list, and an import', async () => {
    const empty = await startCandor()
    try {
      const stranger = await come(null, empty.address)
      await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectOpenToAll(stranger.page, 'no owner yet')
      await expect.poll(empty.setUpLink).not.toBeNull()
      await stranger.page.goto(empty.setUpLink() ?? '')
      await expect(stranger.page.getByRole('button', { name: 'Set up Candor' })).toBeVisible()
      await expectOpenToAll(stranger.page, 'setup')

      const { page } = await come('Maren Oduya', empty.address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectOpenToAll(page, 'home, empty')
      await page.getByRole('button', { name: 'Import incident files' }).click()
      await expectOpenToAll(page, 'choose files')
      await page.keyboard.press('Escape')
      await importByDrop(page, (preview) => expectOpenToAll(preview, 'import preview'))
      await page.goto(empty.address)
      await expect(page.getByRole('table')).toBeVisible()
      await expectOpenToAll(page, 'home, a list')
      await page.getByRole('searchbox').fill('nowhere')
      await expect(page.getByText('Nothing matches “nowhere”.')).toBeVisible()
      await expectOpenToAll(page, 'home, nothing found')
      await page.reload()
      await page.getByRole('button', { name: 'Search without “nowhere”' }).click()
      await expect(page.getByRole('table')).toBeVisible()
    } finally {
      await empty.stop()
    }
  })

  test('signing in, one’s account, the people, the audit log, and a guest at the door', async () => {
    const [name = '', value = ''] = ownerCookieAt(candor.address).split('=')
    const owner = await come(null, candor.address)
    await expect(owner.page.getByRole('heading', { name: 'Who is here?' })).toBeVisible()
    await expectOpenToAll(owner.page, 'sign in')
    await owner.context.addCookies([{ name, value, url: candor.address }])
    const { page } = owner
    await page.goto(`${candor.address}/account`)
    await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
    await expectOpenToAll(page, 'account')
    await page.goto(`${candor.address}/people`)
    await page.getByLabel('E-mail').fill('noor@example.org')
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const invitation = await page.getByLabel('Invitation link').inputValue()
    await expectOpenToAll(page, 'people')
    const invited = await come(null, invitation)
    await expect(invited.page.getByRole('button', { name: 'Join', exact: true })).toBeVisible()
    await expectOpenToAll(invited.page, 'invitation')
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
    await expect(page.getByText('invited someone').first()).toBeVisible()
    await expectOpenToAll(page, 'audit log')

    await page.goto(candor.address)
    await importByDrop(page)
    await page.getByRole('button', { name: 'Invite people' }).click()
    for (const tab of ['Colleagues', 'Guests', 'Who may read']) {
      await page.getByRole('tab', { name: tab }).click()
      await expectOpenToAll(page, `invite, ${tab}`)
    }
    await page.getByRole('tab', { name: 'Guests' }).click()
    await page.getByRole('button', { name: 'Make a guest link' }).click()
    const guestLink = await page.getByLabel('Guest link').inputValue()
    await page.keyboard.press('Escape')
    const guest = await come(null, guestLink, { viewport: phone, isPhone: true })
    await guest.page.getByLabel('Your name').fill('Ada Bruun')
    await expectOpenToAll(guest.page, 'a guest at the door')
    await guest.page.getByRole('button', { name: 'Ask to come in' }).click()
    await expect(page.getByRole('button', { name: 'Let in Ada Bruun' })).toBeVisible()
    await expectOpenToAll(guest.page, 'a guest who waits')
    await expectOpenToAll(page, 'a guest is waiting')
  })

  test('comments beside the meeting, and on a phone', async () => {
    const { page: maren } = await come('Maren Oduya', candor.address)
    const link = await importByDrop(maren)
    const { page: noor } = await come('Noor Haddad', link, { viewport: phone, isPhone: true })
    await maren.locator('[data-card]').first().focus()
    await maren.keyboard.press('c')
    await expect(maren.getByRole('textbox', { name: 'Comment. @ mentions somebody' })).toBeFocused()
    await maren.keyboard.type('How do we know, @Noor')
    await expect(maren.getByRole('option', { name: 'Noor Haddad' })).toBeVisible()
    await expectOpenToAll(maren, 'whom to mention')
    await maren.keyboard.press('Enter')
    await maren.keyboard.press('Control+Enter')
    await expect(maren.getByRole('article').getByText('How do we know')).toBeVisible()
    await expectOpenToAll(maren, 'comments on a card')
    await noor.getByRole('button', { name: 'Comments, 1 mentions you' }).click()
    await expect(noor.getByRole('article').getByText('How do we know')).toBeVisible()
    await expectOpenToAll(noor, 'comments on a phone')
  })

  test('attaching a picture and a log, and reading it on a phone', async () => {
    const { page: maren } = await come('Maren Oduya', candor.address)
    const link = await importByDrop(maren)
    const { page: noor } = await come('Noor Haddad', link, { viewport: phone, isPhone: true })
    const card = maren.locator('[data-card]').first()
    await card.focus()
    await pastePhoto(maren)
    await maren.getByRole('button', { name: 'Cover a part' }).click()
    await expectOpenToAll(maren, 'a picture before it is attached')
    await maren.getByRole('button', { name: 'Attach picture' }).click()
    await expect(card.getByRole('button', { name: /^Picture/ })).toBeVisible()
    await card.focus()
    await pasteText(maren, logOf(300))
    await expect(card.getByRole('button', { name: /^Log/ })).toBeVisible()
    await expectOpenToAll(maren, 'a card with a picture and a log')
    await card.getByRole('button', { name: 'What to do with this card' }).click()
    await maren.getByRole('menuitem', { name: 'Attach…' }).click()
    await expectOpenToAll(maren, 'what to attach')
    await noor.getByRole('button', { name: 'Cards', exact: true }).click()
    await noor.getByText('Interpretations', { exact: true }).first().click()
    await noor.getByRole('button', { name: /^Log/ }).click()
    await expect(noor.getByRole('region', { name: 'Lines of Pasted text.log' })).toBeVisible()
    await expectOpenToAll(noor, 'a log on a phone')
  })

  test('answering and importing before the meeting, on a phone too, and opening the answers', async () => {
    const { page: maren } = await come('Maren Oduya', candor.address)
    const link = await importByDrop(maren)
    await maren.getByRole('link', { name: 'Prepare' }).click()
    await maren.getByRole('switch', { name: 'Without my name' }).click()
    await expect(maren.getByText(/wording may give you away/)).toBeVisible()
    await expectOpenToAll(maren, 'sealed answers')
    await maren.getByRole('textbox').fill('The dashboard had no panel for it.')
    await maren.getByRole('button', { name: 'Seal answer' }).click()
    await expect(maren.getByText('Yours is sealed.')).toBeVisible()
    const visitor = await come('Ines Carvalho', `${link}/prepare`, { viewport: phone, isPhone: true })
    await expect(visitor.page.getByText(/^Answers stay hidden/)).toBeVisible()
    await expectOpenToAll(visitor.page, 'sealed answers on a phone')
    await visitor.page.getByRole('button', { name: 'Paste', exact: true }).click()
    await visitor.page.getByLabel('The text').fill('10:14 alert: checkout 5xx\n10:30 rolled back')
    await visitor.page.getByRole('button', { name: 'Read it' }).click()
    await expect(visitor.page.getByRole('dialog', { name: '2 things to choose from' })).toBeVisible()
    await expectOpenToAll(visitor.page, 'what an import offers, on a phone')
    await maren.getByRole('button', { name: 'Open these answers' }).first().click()
    await expectOpenToAll(maren, 'asked once more before answers are opened')
    await maren.getByRole('button', { name: 'Open answers' }).click()
    await expect(maren.getByText('The dashboard had no panel for it.')).toBeVisible()
    await expectOpenToAll(maren, 'opened answers')
  })

  test('the meeting as facilitator, participant, observer, on a phone and on the shared screen', async () => {
    const { page: maren } = await come('Maren Oduya', candor.address)
    const link = await importByDrop(maren)
    await expectOpenToAll(maren, 'facilitator, before the start')
    await maren.getByRole('button', { name: /^Start the meeting/ }).click()
    await goOn(maren, 'Context and impact')
    await expectOpenToAll(maren, 'facilitator, impact')
    await goOn(maren, 'Walk the timeline')

    const { page: tomas } = await come('Tomás Vidal', link)
    const { page: wei } = await come('Wei Chen', `${link}?as=observer`)
    const { page: noor } = await come('Noor Haddad', link, { viewport: phone, isPhone: true })
    await addCard(tomas, 'f', 'The dump job had failed for weeks')
    await tomas.keyboard.press('Escape')
    await tomas.getByRole('button', { name: 'Raise hand' }).click()
    await maren.getByRole('button', { name: 'Give floor to Tomás' }).click()
    await expect(noor.getByText('has the floor').first()).toBeVisible()
    // The room's horizon, so that there is something beyond it on every screen.
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 't']) await maren.keyboard.press(key)
    await expect(tomas.getByText('not yet known').first()).toBeVisible()
    await untilSaved(tomas)
    for (const [screen, page] of Object.entries({ facilitator: maren, participant: tomas, observer: wei })) {
      await expectOpenToAll(page, screen)
    }
    for (const tab of ['Now', 'Timeline', 'Cards', 'Actions']) {
      await noor.getByRole('button', { name: tab, exact: true }).click()
      await expectOpenToAll(noor, `phone, ${tab}`)
    }
    await maren.getByRole('button', { name: 'Open stage' }).click()
    await expectOpenToAll(maren, 'stage dialog')
    const stageLink = await maren.getByRole('link', { name: 'Open in a new window' }).getAttribute('href')
    const { page: stage } = await come(null, stageLink ?? '', { viewport: { width: 1280, height: 720 } })
    await expect(stage.getByText('has the floor')).toBeVisible()
    await expectOpenToAll(stage, 'stage')
    await tomas.keyboard.press('?')
    await expect(tomas.getByRole('dialog')).toBeVisible()
    await expectOpenToAll(tomas, 'keyboard overlay')
  })

  const bothOpen = async () => {
    const { page: maren } = await come('Maren Oduya', candor.address)
    const link = await importByDrop(maren)
    const { page: wei } = await come('Wei Chen', `${link}?as=observer`, { viewport: phone, isPhone: true })
    return { maren, wei, link }
  }

  test('preparation, for who writes and who reads', async () => {
    const { maren, wei, link } = await bothOpen()
    for (const page of [maren, wei]) {
      await page.goto(`${link}/prepare`)
      await expect(page.getByRole('heading', { name: 'Readiness' })).toBeVisible()
      await page.getByText('Who may do what in the meeting').click()
    }
    await maren.getByRole('button', { name: /^Assign.*Incident commander$/ }).click()
    await maren.getByRole('menuitem', { name: 'Not needed…' }).click()
    await expectOpenToAll(maren, 'do without a role')
    await maren.getByRole('textbox', { name: 'Why' }).fill('Nobody led it.')
    await maren.getByRole('button', { name: 'Do without' }).click()
    await expect(wei.getByText('Not needed: Nobody led it.')).toBeVisible()
    await expectOpenToAll(maren, 'before the meeting')
    await maren.getByRole('button', { name: 'Change what is known of the incident' }).click()
    await maren.getByLabel('Resolved').fill('1999-01-01 10:00')
    await maren.getByRole('button', { name: 'Save', exact: true }).click()
    await expectOpenToAll(maren, 'what is known of the incident')
    await maren.getByLabel('Resolved').fill('')
    await maren.getByRole('textbox', { name: 'Title' }).fill('The copy was gone')
    await maren.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(wei.getByRole('heading', { level: 1, name: /The copy was gone/ })).toBeVisible()
    await maren.getByRole('button', { name: 'Change what it was like' }).click()
    await maren.getByLabel('Personal data').check()
    await expect(maren.getByText('It is restricted at once.')).toBeVisible()
    await expectOpenToAll(maren, 'what it was like')
    await maren.keyboard.press('Escape')
    await maren.getByRole('button', { name: 'Choose a time' }).click()
    await maren.getByLabel('Day').fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10))
    await maren.getByLabel('Time', { exact: true }).fill('14:00')
    await expectOpenToAll(maren, 'choose a time')
    await maren.getByRole('button', { name: 'Plan it' }).click()
    await expect(wei.getByText(/^We meet /)).toBeVisible()
    await expectOpenToAll(wei, 'before the meeting, reading on a phone')
    await maren.getByRole('button', { name: 'Send the material' }).click()
    await expectOpenToAll(maren, 'send the material')
  })

  test('actions, report and history, for who writes and who reads', async () => {
    const { maren, wei, link } = await bothOpen()
    for (const page of [maren, wei]) {
      await page.goto(`${link}/actions`)
      await expect(page.getByRole('heading', { name: /ideas\. None is a candidate yet/ })).toBeVisible()
    }
    await maren.getByRole('button', { name: /^Make candidate: action 1/ }).click()
    await expect(wei.getByText('One action and')).toBeVisible()
    await expectOpenToAll(maren, 'actions')
    await expectOpenToAll(wei, 'actions, reading on a phone')
    for (const page of [maren, wei]) {
      await page.goto(`${link}/report`)
      await expect(page.getByRole('heading', { name: 'Durations' })).toBeVisible()
    }
    await expectOpenToAll(maren, 'report')
    await expectOpenToAll(wei, 'report, reading on a phone')
    await maren.goto(`${link}/history`)
    await expect(maren.getByRole('heading', { name: /^The past of this postmortem/ })).toBeVisible()
    await expectOpenToAll(maren, 'history, empty')
    await maren.getByRole('button', { name: 'Save a checkpoint' }).click()
    await maren.getByLabel('What should it be called?').fill('Before the vendor joins')
    await expectOpenToAll(maren, 'save a checkpoint')
    await maren.keyboard.press('Enter')
    await maren.goto(`${link}/report`)
    await maren.getByRole('textbox', { name: 'Summary' }).fill('Written since.')
    await untilSaved(maren)
    for (const page of [maren, wei]) {
      await page.goto(`${link}/history`)
      await expectOpenToAll(page, 'history, a list')
      await page.getByRole('link', { name: /Before the vendor joins/ }).click()
      await expect(page.getByText('The summary added since.')).toBeVisible()
      await expectOpenToAll(page, 'history, a checkpoint')
    }
    await maren.getByRole('button', { name: 'Restore this' }).click()
    await expectOpenToAll(maren, 'restore a checkpoint')
    await maren.goto(`${candor.address}/p/nothing-here`)
    await expect(maren.getByRole('heading', { level: 1 })).toBeVisible()
    await expectOpenToAll(maren, 'no such postmortem')
  })
})
