import type { Room } from './comingTogether.ts'
import {
  addCard,
  addEvent,
  clock,
  column,
  currentItem,
  endsAtOn,
  expect,
  goOn,
  untilSaved,
  words,
  writeNotes,
} from './inTheMeeting.ts'
import { byMaren, byNoor, byTomas } from './writtenWords.ts'

export async function writeTogether({ maren, tomas, noor }: Room): Promise<void> {
  await goOn(maren.page, 'Context and impact')
  await tomas.page
    .getByRole('textbox', { name: 'Summary' })
    .fill('One directory was removed on the wrong host.')
  await goOn(maren.page, 'Walk the timeline')
  for (const { page } of [maren, tomas]) await expect(currentItem(page)).toContainText('Walk the timeline')
  // Tomás is still writing: nobody pulls the text from under him, and one press brings him along.
  await expect(tomas.page.getByText('The room is on Walk the timeline.')).toBeVisible()
  await tomas.page.getByRole('button', { name: 'Go there' }).click()

  await addCard(maren.page, 'f', byMaren)
  await addCard(tomas.page, 'i', byTomas)
  await noor.page.getByText('Question', { exact: true }).click()
  await noor.page.getByRole('textbox', { name: 'Your question' }).fill(byNoor)
  await noor.page.getByRole('button', { name: 'Add question' }).click()
  await noor.page.getByRole('button', { name: 'Cards', exact: true }).click()
  for (const { page } of [maren, tomas]) {
    await expect(column(page, 'Facts').getByText(byMaren)).toBeVisible()
    await expect(column(page, 'Interpretations').getByText(byTomas)).toBeVisible()
    await expect(column(page, 'Open questions').getByText(byNoor)).toBeVisible()
  }

  // Two people in one card at once: both keep their words.
  await column(tomas.page, 'Facts').getByText(byMaren).click()
  await column(maren.page, 'Facts').getByText(byMaren).click()
  await Promise.all([tomas.page.keyboard.type(' until the restore'), maren.page.keyboard.type(', not once')])
  for (const { page } of [tomas, maren]) await page.keyboard.press('Escape')
  for (const { page } of [maren, tomas]) {
    const fact = column(page, 'Facts').locator('[data-card]').first()
    for (const phrase of [byMaren, ' until the restore', ', not once'])
      await expect(fact).toContainText(phrase)
  }

  await addEvent(tomas.page, '23:40', 'A snapshot from six hours earlier is found')
  await writeNotes(tomas.page, 'We walked the hour before midnight twice.')
  for (const { page } of [maren, tomas, noor]) await untilSaved(page)
}

/** Hands go up in order, the floor is given, and everyone sees who has it. */
export async function takeTurns({ maren, tomas, noor, stage }: Room): Promise<void> {
  await tomas.page.getByRole('button', { name: 'Raise hand' }).click()
  await expect(words(tomas.page, 'You are next')).toBeVisible()
  await noor.page.getByRole('button', { name: 'Raise hand' }).click()
  await maren.page.getByRole('button', { name: 'Give floor to Tomás' }).click()
  await expect(words(tomas.page, 'You have the floor')).toBeVisible()
  await expect(words(stage.page, 'has the floor')).toBeVisible()
  await expect(stage.page.getByText('Next Noor')).toBeVisible()
}

/** Extend, pause and start again; back and on loses no time of the item. */
export async function keepTime({ maren, tomas, noor }: Room): Promise<void> {
  const before = await endsAtOn(tomas.page)
  await maren.page.getByRole('button', { name: '+2 min' }).click()
  await expect.poll(async () => Math.round(((await endsAtOn(tomas.page)) - before) / 60_000)).toBe(2)

  await maren.page.getByRole('button', { name: 'Pause' }).click()
  for (const { page } of [tomas, maren]) await expect(clock(page)).toContainText('paused')
  await maren.page.getByRole('button', { name: 'Back' }).click()
  await expect(currentItem(tomas.page)).toContainText('Context and impact')
  await maren.page.getByRole('button', { name: 'Next: Walk the timeline' }).click()
  // Noor still waits to speak, so the facilitator is asked before the room moves on.
  await maren.page.getByRole('button', { name: 'Go on to Walk the timeline' }).click()
  await expect(currentItem(tomas.page)).toContainText('Walk the timeline')
  await expect(clock(tomas.page)).toContainText('left of 12:00')
  await expect(noor.page.getByText('3 of 8')).toBeVisible()
}
