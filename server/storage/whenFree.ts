import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { MOST_BLOCKED_MS } from './database.ts'
import { isBusy } from './storageTrouble.ts'

const FIRST_PAUSE_MS = 10
/** Doubled each time, they add up to two and a half seconds. */
const MOST_PAUSE_MS = 1_280

/**
 * Does `work`, and once more a little later as long as somebody else is writing: waiting for the lock itself would keep
 * everybody on this server waiting. Work that has changed something is not done twice, nor is what comes after an `await`:
 * whoever waits for something first calls this for the part that writes.
 */
export async function whenFree<Value>(database: DatabaseSync, work: () => Value): Promise<Awaited<Value>> {
  const changes = () => database.prepare('SELECT total_changes() AS count').get()?.count
  let attempt = work
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const before = changes()
    let value: Value
    try {
      value = attempt()
    } catch (error) {
      if (!isBusy(error) || changes() !== before || pauseMs > MOST_PAUSE_MS) throw error
      await pause(pauseMs)
      attempt = () => withoutWaiting(database, work)
      continue
    }
    return await value
  }
}

function withoutWaiting<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec('PRAGMA busy_timeout = 0')
  try {
    return work()
  } finally {
    database.exec(`PRAGMA busy_timeout = ${MOST_BLOCKED_MS}`)
  }
}
