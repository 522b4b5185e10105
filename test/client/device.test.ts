import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { keepContentOnDevice } from '../../client/device/contentOnDevice.ts'
import { forgetThisDevice } from '../../client/device/forgetThisDevice.ts'
import { keepAccount, recallAccount } from '../../client/device/keptAccount.ts'
import { keepMeeting, recallMeeting } from '../../client/device/keptMeeting.ts'
import { countUnsentOf, unsentChanges } from '../../client/device/unsentChanges.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { contentDocumentName } from '../../shared/wire/documentNames.ts'
import type { MeetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { accountOf, accountOfNobody } from '../harness/givenAccount.ts'
import { asMeeting, asPerson, asPostmortem } from '../shared/ids.ts'
import { liveMeeting } from '../shared/openMeeting.ts'

const sam = asPerson('sam')
const noor = asPerson('noor')
const gitlab = asPostmortem('gitlab')

beforeEach(async () => {
  localStorage.clear()
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
})

/** What this person finds on the device when they open the postmortem. */
async function found(who = sam): Promise<string> {
  const doc = new Y.Doc()
  const device = keepContentOnDevice(who, gitlab, doc)
  await device.whenRead
  device.close()
  return summaryOf(doc).toString()
}

async function write(who: typeof sam, text: string): Promise<void> {
  const doc = new Y.Doc()
  const device = keepContentOnDevice(who, gitlab, doc)
  await device.whenRead
  summaryOf(doc).insert(0, text)
  device.close()
  await vi.waitFor(async () => expect(await found(who)).toContain(text))
}

describe('a document on the device', () => {
  test('is there again on the next visit, for the person who wrote it and nobody else', async () => {
    await write(sam, 'The disk was full.')
    expect(await found()).toBe('The disk was full.')
    expect(await found(noor)).toBe('')
  })

  test('that was kept before documents had a person’s name loses nothing, and moves', async () => {
    const doc = new Y.Doc()
    const nameless = new IndexeddbPersistence(contentDocumentName(gitlab), doc)
    await nameless.whenSynced
    summaryOf(doc).insert(0, 'Unsent.')
    await nameless.destroy()
    expect(await found()).toBe('Unsent.')
    expect(await found()).toBe('Unsent.')
    await vi.waitFor(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name)
      expect(names).not.toContain(contentDocumentName(gitlab))
    })
    expect(await found(noor)).toBe('')
  })

  test('can be cleared while another tab has it open', async () => {
    await write(sam, 'Not taken.')
    const other = keepContentOnDevice(sam, gitlab, new Y.Doc())
    await other.whenRead
    const device = keepContentOnDevice(sam, gitlab, new Y.Doc())
    await device.clear()
    expect(await found()).toBe('')
    other.close()
  })

  test('a browser that refuses storage says so and goes on without', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError')
    })
    expect(await keepContentOnDevice(sam, gitlab, new Y.Doc()).whenRead).toBe(false)
    open.mockRestore()
  })
})

const snapshot = (): MeetingSnapshot => ({
  postmortemId: gitlab,
  meetingId: asMeeting('tuesday'),
  version: 7,
  meeting: liveMeeting().sees(),
})
const account = accountOf('Sam')

test('a meeting is remembered as it was, and only if it still reads as one', () => {
  keepMeeting(sam, { snapshot: snapshot(), here: [noor], heardAt: 5, serverAheadMs: null })
  expect(recallMeeting(sam, gitlab)).toEqual({
    snapshot: snapshot(),
    here: [noor],
    heardAt: 5,
    serverAheadMs: null,
  })
  expect(recallMeeting(noor, gitlab)).toBeNull()
  for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"snapshot":{"version":"7"}}')
  expect(recallMeeting(sam, gitlab)).toBeNull()
})

test('where there is no more room, the meeting that is open is kept and the others make some', () => {
  const values = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    get length() {
      return values.size
    },
    key: (position: number) => [...values.keys()][position] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    removeItem: (key: string) => values.delete(key),
    setItem: (key: string, value: string) => {
      if (values.size > 0) throw new DOMException('full', 'QuotaExceededError')
      values.set(key, value)
    },
  })
  const older = asPostmortem('older')
  keepMeeting(sam, {
    snapshot: { ...snapshot(), postmortemId: older },
    here: [],
    heardAt: 1,
    serverAheadMs: null,
  })
  keepMeeting(sam, { snapshot: snapshot(), here: [], heardAt: 2, serverAheadMs: null })
  expect(recallMeeting(sam, gitlab)?.heardAt).toBe(2)
  expect(recallMeeting(sam, older)).toBeNull()
  vi.unstubAllGlobals()
})

test('signing out leaves nothing of this person, and what another left unsent stays', async () => {
  await write(sam, 'Sam’s words.')
  await write(noor, 'Noor’s words.')
  keepAccount(account)
  keepMeeting(sam, { snapshot: snapshot(), here: [], heardAt: 1, serverAheadMs: null })
  unsentChanges(sam, gitlab, 'tab').note({ changes: 2, places: [] })
  unsentChanges(noor, gitlab, 'tab').note({ changes: 3, places: [] })
  expect(countUnsentOf(sam)).toBe(2)
  await forgetThisDevice(sam)
  expect(recallAccount()).toBeNull()
  expect(Object.keys(localStorage).filter((key) => key.includes('sam'))).toEqual([])
  expect(countUnsentOf(noor)).toBe(3)
  expect(await found(sam)).toBe('')
  expect(await found(noor)).toBe('Noor’s words.')
})

test('whoever the server does not know any more is not believed from memory', () => {
  keepAccount(account)
  expect(recallAccount()).toEqual(account)
  keepAccount(accountOfNobody())
  expect(recallAccount()).toBeNull()
})

test('an account as an older Candor kept it is not believed, and does no harm', () => {
  localStorage.setItem('candor.me', JSON.stringify({ person: { personId: sam, name: 'Sam' } }))
  expect(recallAccount()).toBeNull()
})
