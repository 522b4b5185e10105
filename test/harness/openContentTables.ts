import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const migrations = ['002-content.sql', '004-history.sql'].map((file) =>
  join(import.meta.dirname, '../../server/storage/migrations', file),
)

/** A database with the content's tables only. */
export function openContentTables(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  const isNew =
    database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'content_updates'").get() === undefined
  if (isNew) for (const migration of migrations) database.exec(readFileSync(migration, 'utf8'))
  return database
}
