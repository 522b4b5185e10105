import { DatabaseSync, StatementSync } from 'node:sqlite'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import type { DiskFaults, KillAt } from './diskFaults.ts'

/**
 * Loaded into the server's process before the server itself (`node --import`), in each of its threads: the same SQLite,
 * on a disk that is full, slow, or loses power in the middle of something. Told what to do by the process that forked it.
 */

const FULL = 0
const SLOW_MS = 1
const KILL_AT = 2
/** How many steps after the first telling one the power fails: each statement is one before it, and one after it. */
const KILL_AFTER = 3

const telling: Record<KillAt, RegExp> = {
  compacting: /INTO content_snapshots/,
  checkpointing: /INTO \w*checkpoint/i,
}
const killNames: readonly KillAt[] = ['compacting', 'checkpointing']
const ENOUGH_PAGES = 2 ** 31 - 2

const told = toldFaults()
const exec = DatabaseSync.prototype.exec
const prepare = DatabaseSync.prototype.prepare
const run = StatementSync.prototype.run
const databaseOf = new WeakMap<StatementSync, DatabaseSync>()
let stepsLeft: number | null = null

DatabaseSync.prototype.exec = function (sql) {
  before(this, sql)
  exec.call(this, sql)
  losePower(sql)
}
DatabaseSync.prototype.prepare = function (sql, ...rest) {
  const statement = prepare.call(this, sql, ...rest)
  databaseOf.set(statement, this)
  return statement
}
StatementSync.prototype.run = function (this: StatementSync, ...values: unknown[]) {
  const database = databaseOf.get(this)
  if (database) before(database, this.sourceSQL)
  const changed = Reflect.apply(run, this, values)
  losePower(this.sourceSQL)
  return changed
}

function before(database: DatabaseSync, sql: string): void {
  losePower(sql)
  const isWriting = /^\s*(BEGIN IMMEDIATE|INSERT|UPDATE|DELETE)/.test(sql)
  if (isWriting && !database.isTransaction) limitPages(database)
  const slowMs = Atomics.load(told, SLOW_MS)
  // With the lock held, as on a real disk; a statement outside a transaction cannot be slowed down in there.
  if (sql === 'COMMIT' && slowMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, slowMs)
}

/** A true SQLITE_FULL: the database may not grow. */
function limitPages(database: DatabaseSync): void {
  const most = Atomics.load(told, FULL) === 1 ? 1 : ENOUGH_PAGES // never below what it has
  exec.call(database, `PRAGMA max_page_count = ${most}`)
}

function losePower(sql: string): void {
  const killAt = killNames[Atomics.load(told, KILL_AT) - 1]
  if (stepsLeft === null && killAt && telling[killAt].test(sql)) stepsLeft = Atomics.load(told, KILL_AFTER)
  if (stepsLeft === null) return
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL')
  stepsLeft--
}

/** One piece of memory for all threads. */
function toldFaults(): Int32Array {
  const name = 'candor.faultyDisk'
  if (!isMainThread) return new Int32Array(getEnvironmentData(name) as SharedArrayBuffer) // put there below
  const memory = new SharedArrayBuffer(16)
  const faults = new Int32Array(memory)
  setEnvironmentData(name, memory)
  process.on('message', ({ isFull, slowMs, kill }: DiskFaults) => {
    Atomics.store(faults, FULL, isFull ? 1 : 0)
    Atomics.store(faults, SLOW_MS, slowMs)
    Atomics.store(faults, KILL_AFTER, kill?.afterSteps ?? 0)
    Atomics.store(faults, KILL_AT, kill ? killNames.indexOf(kill.at) + 1 : 0)
    process.send?.('heard')
  })
  process.channel?.unref()
  return faults
}
