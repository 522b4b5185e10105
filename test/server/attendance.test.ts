import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAttendanceBook } from '../../server/meetings/attendanceBook.ts'
import { type SyncServer, startSyncServer } from '../harness/startSyncServer.ts'
import { asPerson, asPostmortem } from '../shared/ids.ts'

const room = asPostmortem('gitlab')
const fay = asPerson('fay')

describe('the attendance book', () => {
  const open = () => {
    let now = 1_000_000
    const book = createAttendanceBook(() => now)
    return { book, attendance: book.of(room), wait: (ms: number) => (now += ms), now: () => now }
  }

  test('two tabs and a phone are one person, gone when the last of them is', () => {
    const { book, attendance, wait, now } = open()
    for (let device = 0; device < 3; device++) book.arrived(room, fay)
    wait(5_000)
    book.left(room, fay, now())
    book.left(room, fay, now())
    wait(60_000)
    expect(attendance.goneMs(fay)).toBe(0)
    expect(attendance.hereMs(fay)).toBe(65_000)
    book.left(room, fay, now())
    wait(10_000)
    expect(attendance.goneMs(fay)).toBe(10_000)
    expect(attendance.hereMs(fay)).toBe(0)
  })

  test('a line that went dead counts from when it was last heard', () => {
    const { book, attendance, wait, now } = open()
    book.arrived(room, fay)
    const lastHeardAt = now()
    wait(8_000)
    book.left(room, fay, lastHeardAt)
    expect(attendance.goneMs(fay)).toBe(8_000)
  })

  test('coming back begins a new stay', () => {
    const { book, attendance, wait, now } = open()
    book.arrived(room, fay)
    book.left(room, fay, now())
    wait(600_000)
    book.arrived(room, fay)
    wait(7_000)
    expect([attendance.goneMs(fay), attendance.hereMs(fay)]).toEqual([0, 7_000])
  })

  test('after a restart nobody has been gone for longer than the server is up', () => {
    const { attendance, wait } = open()
    wait(9_000)
    expect(attendance.goneMs(fay)).toBe(9_000)
  })

  test('one room knows nothing of another', () => {
    const { book, attendance } = open()
    book.arrived(asPostmortem('other'), fay)
    expect(attendance.goneMs(fay)).toBeGreaterThan(0)
  })
})

describe('in a room', () => {
  let server: SyncServer
  beforeEach(async () => {
    server = await startSyncServer()
  })
  afterEach(() => server.close())

  test('everybody hears when the facilitator loses the connection, and when they are back', async () => {
    const facilitator = server.connect('fay', { withPresence: true })
    const sam = server.connect('sam', { withPresence: true })
    await vi.waitFor(() => expect(sam.facilitatorGone.at(-1)).toBeNull())
    server.meeting.wait(60_000)
    facilitator.goOffline()
    await vi.waitFor(() => expect(sam.facilitatorGone.at(-1)).not.toBeNull())
    facilitator.goOnline()
    await vi.waitFor(() => expect(sam.facilitatorGone.at(-1)).toBeNull())
  })

  test('a second tab keeps the facilitator here', async () => {
    const laptop = server.connect('fay', { withPresence: true })
    const phone = server.connect('fay', { withPresence: true })
    const sam = server.connect('sam', { withPresence: true })
    await vi.waitFor(() => expect(phone.isSynced() && laptop.isSynced() && sam.isSynced()).toBe(true))
    for (const { presence } of [laptop, phone]) presence.setLocalStateField('dragging', null)
    await vi.waitFor(() => expect(sam.presence.getStates().size).toBe(3))
    laptop.goOffline()
    const late = server.connect('ada', { withPresence: true })
    await vi.waitFor(() => expect(late.facilitatorGone).toHaveLength(1))
    expect(late.facilitatorGone).toEqual([null])
  })
})
