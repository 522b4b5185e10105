import type { Connection, Document, Extension } from '@hocuspocus/server'
import type { Clock } from '../../shared/clock.ts'
import { closeCodes } from '../../shared/wire/closeCodes.ts'
import { type AccessDependencies, accessOn } from './authorizeDocument.ts'
import { LOOK_AT_TIME_EVERY_MS } from './pace.ts'
import type { DocumentContext } from './socketContext.ts'

/** Calls `look` again and again, until what it answered is called. */
export type KeepLooking = (look: () => void) => () => void

export const lookEverySecond: KeepLooking = (look) => {
  const timer = setInterval(look, LOOK_AT_TIME_EVERY_MS).unref()
  return () => clearInterval(timer)
}

export type AccessWatch = {
  extension: Extension<DocumentContext>
  /** Looks at every open document again: whoever may not read it any more hears nothing more of it. */
  recheckAll: () => void
  stop: () => void
}

/** Sends those away who may not read any more what they have open: when somebody says so, and when their time is up. */
export function watchAccess({
  documents,
  clock,
  keepLooking,
  report,
  ...dependencies
}: AccessDependencies & {
  documents: () => ReadonlyMap<string, Document>
  clock: Clock
  keepLooking: KeepLooking
  report: (error: unknown) => void
}): AccessWatch {
  const recheckThose = (isDue: (context: DocumentContext) => boolean) => {
    for (const document of documents().values()) {
      for (const connection of document.getConnections())
        if (isDue(connection.context)) recheckAccess(connection, dependencies)
    }
  }
  const stop = keepLooking(() => {
    try {
      recheckThose(({ access }) => (access?.until ?? Number.POSITIVE_INFINITY) <= clock())
    } catch (error) {
      report(error) // a database that does not answer; the next look comes
    }
  })
  return {
    stop,
    recheckAll: () => recheckThose(() => true),
    extension: {
      extensionName: 'watchAccess',
      // It may have changed while the document was read from the disk, when this connection was not among the others yet.
      connected: async ({ connection }) => recheckAccess(connection, dependencies),
    },
  }
}

/** The name and colour are taken over at once; what someone may do is decided anew, at the one door for it. */
export function recheckAccess(
  connection: Connection<DocumentContext>,
  dependencies: AccessDependencies,
): void {
  const { context } = connection
  if (!context.access) return
  const access = accessOn(context, context.access.name, dependencies)
  if (access.ok && access.value.cannotWrite === context.access.cannotWrite) {
    context.access = access.value
    return
  }
  const { name } = connection.document
  context.closedDocuments.add(name)
  connection.close(closeCodes.accessChanged)
  if (access.ok) return
  context.askedFor.delete(name)
  // Whoever may read nothing of what they had open hears nothing more at all, not even signs of life.
  if (context.askedFor.size === 0) context.hangUp('noSuchMeeting')
}
