import type { Extension } from '@hocuspocus/server'

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

type Hook = (payload: { context?: unknown } | undefined) => Promise<unknown>

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
      if (error instanceof Error) report(error, socketIdIn(payload?.context))
      if (refusingHooks.has(name)) throw error instanceof Error ? bugAsRefusal : error
      return undefined
    }
  }

/** Undefined for a hook that no socket caused. */
function socketIdIn(context: unknown): string | undefined {
  const isOurs = typeof context === 'object' && context !== null && 'socketId' in context
  return isOurs ? String(context.socketId) : undefined
}

/** Without a `message`: it is reported already, and what went wrong inside is nobody's business outside. */
const bugAsRefusal = { reason: 'Something went wrong on the server. Your changes are kept on this device.' }
