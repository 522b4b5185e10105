import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { socketAs } from '../harness/socketAs.ts'
import type { BenchClient } from './benchServer.ts'

const BARRIER_DELAY_MS = 250

/** A client of bare Hocuspocus, or with `candor` one that connects and asks whether it is stored as our page does. */
export async function connectHocuspocus({
  url,
  name,
  candor,
}: {
  url: string
  name: string
  candor: { cookie: string; presenceName: string } | null
}): Promise<BenchClient> {
  const doc = new Y.Doc()
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: socketAs(candor ? { cookie: candor.cookie } : {}),
  })
  let answered = () => {}
  const content = new HocuspocusProvider({
    name,
    document: doc,
    awareness: null,
    websocketProvider: socket,
    onStateless: ({ payload }) => {
      if (payload.startsWith('{"type":"time"')) answered()
    },
  })
  const presence = candor && presenceOf(candor.presenceName, socket)
  const tell = (message: object) => content.sendStateless(JSON.stringify(message))
  await new Promise<void>((resolve, reject) => {
    content.on('synced', resolve)
    content.on('authenticationFailed', ({ reason }: { reason: string }) => reject(new Error(reason)))
    content.on('close', ({ event }: { event: { code: number; reason: string } }) =>
      reject(new Error(`The server hung up: ${event.code} ${event.reason}`)),
    )
    content.attach()
    presence?.attach()
  })
  let barrier = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const askBarrier = () => {
    timer = undefined
    tell({ type: 'barrier', number: ++barrier })
  }
  if (candor) {
    doc.on('update', (_update, origin) => {
      if (origin !== content) timer ??= setTimeout(askBarrier, BARRIER_DELAY_MS)
    })
  }
  return {
    doc,
    roundTrip:
      candor &&
      (() =>
        new Promise((resolve) => {
          answered = resolve
          tell({ type: 'askTime', sentAt: 0 })
        })),
    close: () => {
      clearTimeout(timer)
      presence?.destroy()
      content.destroy()
      socket.destroy()
      doc.destroy()
    },
  }
}

const presenceOf = (name: string, socket: HocuspocusProviderWebsocket) => {
  const document = new Y.Doc()
  return new HocuspocusProvider({
    name,
    document,
    awareness: new Awareness(document),
    websocketProvider: socket,
  })
}
