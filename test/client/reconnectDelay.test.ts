import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { connectDocuments } from '../../client/room/connectDocuments.ts'
import type { ConnectionState } from '../../client/room/connectionState.ts'
import { reconnectDelay } from '../../client/room/reconnectDelay.ts'
import { valueStore } from '../../client/room/valueStore.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { seededRandom } from '../harness/seededRandom.ts'
import { asPostmortem } from '../shared/ids.ts'

test.each([0, 0.123456, 0.5, 0.999999])('a browser that drew %s begins to connect', async (random) => {
  let opened = 0
  class CountedSocket {
    constructor() {
      opened++
    }
    addEventListener() {}
    removeEventListener() {}
    close() {}
  }
  const socket = new HocuspocusProviderWebsocket({
    url: 'ws://127.0.0.1:1',
    // The provider takes any constructor; this one only counts.
    WebSocketPolyfill: CountedSocket,
    ...reconnectDelay(random),
  })
  await Promise.resolve()
  expect(opened).toBe(1)
  socket.destroy()
})

const ROOMS = 50

describe(`${ROOMS} browsers whose server goes away and comes back`, () => {
  let isServerUp: boolean
  let sockets: Set<DistantSocket>
  let arrivedAt: number[]

  /** Reaches a server that is up or not, after the time a round trip takes. */
  class DistantSocket {
    readyState = 0
    listeners = new Map<string, (event: object) => void>()
    constructor() {
      setTimeout(() => (isServerUp ? this.open() : this.end(1006)), 30)
    }
    open() {
      this.readyState = 1
      sockets.add(this)
      arrivedAt.push(Date.now())
      this.listeners.get('open')?.({})
      this.listeners.get('message')?.({ data: new Uint8Array([9]).buffer }) // a ping
    }
    end(code: number) {
      this.readyState = 3
      sockets.delete(this)
      this.listeners.get('close')?.({ code, reason: '' })
    }
    addEventListener(type: string, listener: (event: object) => void) {
      this.listeners.set(type, listener)
    }
    removeEventListener(type: string) {
      this.listeners.delete(type)
    }
    send() {}
    close() {
      this.end(1000)
    }
  }

  let rooms: { close: () => void }[]
  beforeEach(async () => {
    vi.useFakeTimers({ now: 1_000_000 })
    vi.stubGlobal('WebSocket', DistantSocket)
    const random = seededRandom(50)
    vi.spyOn(Math, 'random').mockImplementation(random.next)
    isServerUp = true
    sockets = new Set()
    arrivedAt = []
    rooms = Array.from({ length: ROOMS }, () => {
      const documents = connectDocuments({
        postmortemId: asPostmortem('gitlab'),
        personId: null,
        stageKey: null,
        contentDoc: new Y.Doc(),
        presence: null,
        connection: valueStore<ConnectionState>({ is: 'connecting' }),
        onMessage: () => {},
        onReceived: () => {},
        onAttached: () => {},
      })
      documents.start()
      return documents
    })
    await vi.advanceTimersByTimeAsync(100)
    expect(sockets.size).toBe(ROOMS)
  })
  afterEach(() => {
    for (const room of rooms) room.close()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  /** When each is back, in ms since the server is. */
  async function comeBack(code: number, downMs: number): Promise<number[]> {
    isServerUp = false
    for (const socket of [...sockets]) socket.end(code)
    await vi.advanceTimersByTimeAsync(downMs)
    isServerUp = true
    arrivedAt = []
    const backAt = Date.now()
    await vi.advanceTimersByTimeAsync(5_000)
    return arrivedAt.map((at) => at - backAt).sort((a, b) => a - b)
  }
  const spread = (arrivals: number[]) => (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)

  test.each([0, 300, 700])('after a restart of %s ms they come spread over three seconds', async (downMs) => {
    const arrivals = await comeBack(closeCodes.shuttingDown.code, downMs)
    expect(arrivals).toHaveLength(ROOMS)
    expect(spread(arrivals)).toBeGreaterThanOrEqual(3_000)
    const inOneTenthOfASecond = arrivals.map((at) => arrivals.filter((other) => Math.abs(other - at) < 50))
    expect(Math.max(...inOneTenthOfASecond.map(({ length }) => length))).toBeLessThanOrEqual(ROOMS / 5)
  })

  test.each([
    [2_000, 'shuttingDown', 2_500],
    [120_000, 'shuttingDown', 2_500],
    [2_000, 'crash', 1_000],
    [120_000, 'crash', 1_000],
  ])('all are back five seconds after %s ms without a server (%s)', async (downMs, how, apartMs) => {
    const arrivals = await comeBack(how === 'crash' ? 1006 : closeCodes.shuttingDown.code, downMs)
    expect(arrivals).toHaveLength(ROOMS)
    expect(spread(arrivals)).toBeGreaterThanOrEqual(apartMs)
  })

  test('whoever lost the line alone is back within a second and a half of its return', async () => {
    const [socket] = sockets
    arrivedAt = []
    const lostAt = Date.now()
    socket?.end(1006)
    await vi.advanceTimersByTimeAsync(1_500)
    expect((arrivedAt[0] ?? 0) - lostAt).toBeGreaterThan(0)
  })
})
