import type { DatabaseSync } from 'node:sqlite'

/** Why the server should be sent nobody new just now. */
export type NotReady = 'shuttingDown' | 'databaseDoesNotAnswer' | 'contentNotStored'

export type Readiness = { notReady: () => NotReady[]; shutDown: () => void }

export function createReadiness({
  database,
  isTroubled,
}: {
  database: DatabaseSync
  /** Whether there is content the disk did not take. */
  isTroubled: () => boolean
}): Readiness {
  let isShuttingDown = false
  return {
    notReady: () => [
      ...(isShuttingDown ? (['shuttingDown'] as const) : []),
      ...(answers(database) ? [] : (['databaseDoesNotAnswer'] as const)),
      ...(isTroubled() ? (['contentNotStored'] as const) : []),
    ],
    shutDown: () => {
      isShuttingDown = true
    },
  }
}

/** Reads from the file: a bare `SELECT 1` would not. */
function answers(database: DatabaseSync): boolean {
  try {
    database.prepare('SELECT 1 FROM postmortems LIMIT 1').get()
    return true
  } catch {
    return false
  }
}
