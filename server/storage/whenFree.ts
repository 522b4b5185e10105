import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { MOST_BLOCKED_MS } from './database.ts'
import { isBusy } from './storageTrouble.ts'

/** Shorter than the content log leaves the database free after each of its commits. */
const LOOK_EVERY_MS = 10
const MOST_WAIT_MS = 2_500

/**
 * Does `work`, and does it again once nobody else is writing: waiting for the lock itself would keep everybody on this
 * server waiting. Work that has changed something is not done twice, nor is what comes after an `await`: whoever waits
 * for something first calls this for the part that writes.
 */
export async function whenFree<Value>(database: DatabaseSync, work: () => Value): Promise<Awaited<Value>> {
  const changes = () => database.prepare('SELECT total_changes() AS count').get()?.count
  for (let waitedMs = 0; ; ) {
    const before = changes()
    let value: Value
    try {
      value = work()
    } catch (error) {
      if (!isBusy(error) || changes() !== before) throw error
      do {
        if (waitedMs >= MOST_WAIT_MS) throw error
        await pause(LOOK_EVERY_MS)
        waitedMs += LOOK_EVERY_MS
      } while (!isFree(database))
      continue
    }
    return await value
  }
}

/** Looks without waiting at all. */
function isFree(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ROLLBACK')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  } finally {
    database.exec(`PRAGMA busy_timeout = ${MOST_BLOCKED_MS}`)
  }
}
