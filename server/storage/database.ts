import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { cannotStart } from './cannotStart.ts'
import { inTransaction } from './inTransaction.ts'

const migrationsDir = join(import.meta.dirname, 'migrations')

const START_TIMEOUT_MS = 5_000
/** From then on: waiting for somebody else's commit holds up every person on this server. */
export const MOST_BLOCKED_MS = 50

/** Opens the database and brings it up to this program's shape. `:memory:` makes one that is gone when closed. */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: START_TIMEOUT_MS, enableForeignKeyConstraints: true })
  try {
    // FULL: what was committed is still there after the power fails.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    migrate(database, path)
    database.exec(`PRAGMA busy_timeout = ${MOST_BLOCKED_MS}`)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function migrate(database: DatabaseSync, path: string): void {
  const migrations = readMigrations()
  const newest = newestSchemaVersion()
  const found = schemaVersionOf(database)
  if (found > newest) {
    throw cannotStart(
      `The database ${path} was written by a newer Candor (its version is ${found}, this program knows ${newest}). ` +
        'Nothing was changed. Start the newer program, or use another DATA_DIR.',
    )
  }
  for (const { version, file } of migrations) {
    if (version <= found) continue
    inTransaction(database, () => {
      database.exec(readFileSync(join(migrationsDir, file), 'utf8'))
      database.exec(`PRAGMA user_version = ${version}`)
    })
  }
}

/** The newest shape this program knows. */
export const newestSchemaVersion = (): number => readMigrations().at(-1)?.version ?? 0

/** 0 for a database that is not Candor's, or still empty. */
export function schemaVersionOf(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get()
  return Number(row?.user_version)
}

const readMigrations = () =>
  readdirSync(migrationsDir)
    .filter((file) => /^\d{3}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number.parseInt(file, 10), file }))
