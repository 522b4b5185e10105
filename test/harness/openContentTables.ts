import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const migration = join(import.meta.dirname, '../../server/storage/migrations/002-content.sql')

/** A database with the content's tables only. */
export function openContentTables(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  const isNew =
    database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'content_updates'").get() === undefined
  if (isNew) database.exec(readFileSync(migration, 'utf8'))
  return database
}
