import { expect, onTestFinished, test, vi } from 'vitest'
import type { Reading } from '../../server/people/reading.ts'
import { summaryOf } from '../../shared/content/contentDoc.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { startSyncServer } from '../harness/startSyncServer.ts'

const isNoor = (principal: Parameters<Reading['mayRead']>[0]) =>
  principal?.as === 'person' && principal.person.name === 'noor'

test('whoever’s time is up is sent away with the next look, and nobody else', async () => {
  let look = () => {}
  let now = () => 0
  let until = 0
  const server = await startSyncServer({
    keepLooking: (given) => {
      look = given
      return () => {}
    },
    reading: {
      isReader: () => true,
      mayRead: (principal) => !isNoor(principal) || now() < until,
      visitOf: (principal) => (isNoor(principal) ? { role: 'participant', until } : null),
    },
  })
  onTestFinished(server.close)
  now = server.meeting.now
  until = now() + 60_000
  const [fay, noor] = [server.connect('fay'), server.connect('noor')]
  await vi.waitFor(() => expect([fay.isSynced(), noor.isSynced()]).toEqual([true, true]))

  server.meeting.wait(59_999)
  look()
  fay.edit((doc) => summaryOf(doc).insert(0, 'before'))
  await vi.waitFor(() => expect(summaryOf(noor.doc).toString()).toBe('before'))
  server.meeting.wait(1)
  look()
  await vi.waitFor(() => expect(noor.denials).toContain('noSuchMeeting'))
  fay.edit((doc) => summaryOf(doc).insert(0, 'after '))
  await fay.barrier()
  expect([summaryOf(noor.doc).toString(), noor.closes]).toEqual(['before', [closeCodes.noSuchMeeting.code]])
  expect([fay.timesSynced(), fay.denials]).toEqual([1, []])
})

test('whoever loses access while the document is still being read from the disk hears nothing of the meeting', async () => {
  let asked = 0
  const server = await startSyncServer({
    reading: {
      isReader: () => true,
      mayRead: (principal) => !isNoor(principal) || asked++ === 0,
      visitOf: () => null,
    },
  })
  onTestFinished(server.close)
  const noor = server.connect('noor')
  await vi.waitFor(() => expect(noor.denials).toContain('noSuchMeeting'))
  expect(noor.snapshots).toEqual([])
})

test('a look that finds no database is reported, and the next one looks again', async () => {
  let look = () => {}
  let isAway = false
  const server = await startSyncServer({
    keepLooking: (given) => {
      look = given
      return () => {}
    },
    reading: {
      isReader: () => true,
      mayRead: () => {
        if (isAway) throw new Error('disk I/O error')
        return true
      },
      visitOf: () => ({ role: 'participant', until: 0 }),
    },
  })
  onTestFinished(server.close)
  const noor = server.connect('noor')
  await vi.waitFor(() => expect(noor.isSynced()).toBe(true))
  isAway = true
  look()
  expect(server.reported).toMatchObject([{ message: 'disk I/O error' }])
  isAway = false
  look()
  expect([noor.isSynced(), noor.denials]).toEqual([true, []])
})
