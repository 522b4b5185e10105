import { type Arrived, arrive } from '../harness/arrive.ts'
import type { Room } from './comingTogether.ts'
import { addCard, column, currentItem, endsAtOn, expect, untilSaved, words } from './inTheMeeting.ts'
import { byMaren, byTomas, lastWords, meanwhileByTomas, offlineByNoor } from './writtenWords.ts'

export async function reload({ tomas }: Room): Promise<void> {
  await tomas.page.reload()
  await expect(currentItem(tomas.page)).toContainText('Walk the timeline')
  await expect(column(tomas.page, 'Facts').getByText(byMaren)).toBeVisible()
  await expect(words(tomas.page, 'You have the floor')).toBeVisible()
  await untilSaved(tomas.page)
}

/** The phone goes on writing without a connection; back again, everything is there once. */
export async function loseTheLine({ line, maren, tomas, noor }: Room): Promise<void> {
  line.cut()
  await expect(noor.page.locator('[data-save]')).toContainText(/Reconnecting|Working offline/)
  await noor.page.getByRole('button', { name: 'Now', exact: true }).click()
  await noor.page.getByText('Fact', { exact: true }).click()
  for (const text of [offlineByNoor, 'Nobody was paged']) {
    await noor.page.getByRole('textbox', { name: 'Your fact' }).fill(text)
    await noor.page.getByRole('button', { name: 'Add fact' }).click()
  }
  await addCard(tomas.page, 'f', meanwhileByTomas)
  await expect(noor.page.locator('[data-save]')).toContainText('2 changes kept on this device')
  await expect(column(maren.page, 'Facts').getByText(offlineByNoor)).toHaveCount(0)

  line.mend()
  // Whoever was away for longer than ten seconds hears as well what others did meanwhile.
  const back = /Back online\. 2 changes merged and saved|Caught up: 1 edit Your 2 changes saved/
  await expect(noor.page.locator('[data-save]')).toContainText(back)
  await noor.page.getByRole('button', { name: 'Cards', exact: true }).click()
  for (const { page } of [maren, tomas, noor]) {
    for (const text of [offlineByNoor, 'Nobody was paged', meanwhileByTomas]) {
      await expect(column(page, 'Facts').getByText(text)).toHaveCount(1)
    }
  }
}

/** kill -9 in the middle of an item: same item, same clock, same queue, and every word that said Saved. */
export async function killTheServer(
  { browser, candor, link, maren, tomas, noor, stage }: Room,
  wei: Arrived,
): Promise<void> {
  await addCard(tomas.page, 'i', lastWords)
  for (const { page } of [maren, tomas, noor, wei]) await untilSaved(page)
  const endsAt = await endsAtOn(maren.page)
  const before = await snapshotAt(maren, link)
  await candor.crash()
  await expect(maren.page.locator('[data-save]')).toContainText(/Reconnecting|Working offline/)
  await candor.restart()
  expect(await snapshotAt(maren, link), 'item, clock, floor and queue to the millisecond').toEqual(before)

  for (const { page } of [maren, tomas, noor, wei]) await untilSaved(page)
  // A browser that has never been here holds nothing of its own: what it sees is what the server kept.
  const stranger = await arrive(browser, { name: 'Ines Carvalho', address: `${link}?as=observer` })
  for (const { page } of [maren, tomas, wei, stage, stranger]) {
    await expect(currentItem(page)).toContainText('Walk the timeline')
  }
  for (const { page } of [maren, tomas, stage, stranger]) {
    // Figures are whole seconds, so two readings of one clock may be nearly a second apart by themselves.
    const driftMs = Math.abs((await endsAtOn(page)) - endsAt)
    expect(driftMs, 'the clock goes on as if nothing had happened').toBeLessThan(2_000)
  }
  for (const text of [byTomas, lastWords]) {
    await expect(column(stranger.page, 'Interpretations').getByText(text)).toHaveCount(1)
  }
  await expect(words(stranger.page, 'Tomás has the floor')).toBeVisible()
  await expect(stranger.page.getByRole('list', { name: 'Next to speak' })).toContainText('Noor')
  expect(stranger.faults).toEqual([])
  await stranger.context.close()
}

/** The meeting as the server has it, whatever the screens show. */
async function snapshotAt({ page }: Arrived, link: string): Promise<unknown> {
  const answer = await page.request.get(link.replace('/p/', '/api/postmortems/'))
  const { snapshot } = (await answer.json()) as { snapshot: unknown } // compared, not read
  return snapshot
}
