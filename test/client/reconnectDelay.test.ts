import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { expect, test } from 'vitest'
import { reconnectDelay } from '../../client/room/reconnectDelay.ts'

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
