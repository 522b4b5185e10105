import type { Extension } from '@hocuspocus/server'
import { isStorageTrouble } from '../storage/storageTrouble.ts'
import type { SocketContext } from './socketContext.ts'

/** The library waits for these and takes a throw as a refusal. A throw in any other would end the process. */
const refusingHooks: ReadonlySet<string> = new Set([
  'onConnect',
  'onAuthenticate',
  'onTokenSync',
  'onCreateDocument',
  'onLoadDocument',
  'beforeHandleMessage',
  'beforeSync',
  'beforeHandleAwareness',
  'beforeUnloadDocument',
])

type Hook = (payload: unknown) => Promise<unknown>

/** The same extension, whose bugs are reported, and which can end a connection but never the process. */
export function guardHooks<Context>(
  extension: Extension<Context>,
  report: (error: unknown, socketId?: string) => void,
): Extension<Context> {
  const guarded = Object.entries(extension).map(([name, hook]) => {
    if (typeof hook !== 'function') return [name, hook]
    // Each hook has a payload of its own; here it is only handed through.
    return [name, guardHook(name, hook as Hook, report)]
  })
  return Object.fromEntries(guarded)
}

const guardHook =
  (name: string, hook: Hook, report: (error: unknown, socketId?: string) => void): Hook =>
  async (payload) => {
    try {
      return await hook(payload)
    } catch (error) {
      const context = contextIn(payload)
      if (error instanceof Error) report(error, context?.socketId)
      // The page is told to come back instead of being told no.
      if (isStorageTrouble(error)) context?.hangUp('storageAway')
      if (refusingHooks.has(name)) throw error instanceof Error ? bugAsRefusal : error
      return undefined
    }
  }

/** Undefined for a hook that no socket caused. */
function contextIn(payload: unknown): SocketContext | undefined {
  const isAbout = typeof payload === 'object' && payload !== null && 'context' in payload
  const context = isAbout ? payload.context : undefined
  const isOurs = typeof context === 'object' && context !== null && 'hangUp' in context
  return isOurs ? (context as SocketContext) : undefined // the library hands on the one the door made
}

/** Without a `message`: it is reported already, and what went wrong inside is nobody's business outside. */
const bugAsRefusal = {
  reason:
    'Something went wrong on the server, and it could not open this. What you wrote is kept on this device. Tell whoever runs Candor.',
}
