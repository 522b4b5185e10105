import { type Extension, isTransactionOrigin } from '@hocuspocus/server'
import type * as Y from 'yjs'
import type { Metrics } from './metrics.ts'

/** When each message that is still on its way through the server came in, by its bytes. */
export type Arrivals = WeakMap<Uint8Array, number>

/** Times every edit from its arrival until it is applied and handed to the sockets of the others. */
export function measureEdits(arrivals: Arrivals, { editRelayed }: Metrics): Extension {
  /** Of the message a connection's turn it is: the library handles one at a time. */
  const arrivedByConnection = new WeakMap<object, number>()
  return {
    extensionName: 'measureEdits',
    beforeHandleMessage: async ({ connection, update }) => {
      const arrivedAt = arrivals.get(update)
      if (arrivedAt !== undefined) arrivedByConnection.set(connection, arrivedAt)
    },
    afterLoadDocument: async ({ document }) => {
      // The library's own listener, which sends to the others, was there before this one.
      document.on('update', (_update: Uint8Array, origin: Y.Transaction['origin']) => {
        if (!isTransactionOrigin(origin) || origin.source !== 'connection') return
        const arrivedAt = arrivedByConnection.get(origin.connection)
        if (arrivedAt !== undefined) editRelayed((performance.now() - arrivedAt) / 1_000)
      })
    },
  }
}
