import type { DatabaseSync } from 'node:sqlite'

/** All of `work` or nothing. Inside another transaction it is a part of that one, and fails by itself. */
export function inTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  const isInner = database.isTransaction
  database.exec(isInner ? 'SAVEPOINT inner_work' : 'BEGIN IMMEDIATE')
  try {
    const value = work()
    database.exec(isInner ? 'RELEASE inner_work' : 'COMMIT')
    return value
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) {
      database.exec(isInner ? 'ROLLBACK TO inner_work; RELEASE inner_work' : 'ROLLBACK')
    }
    throw error
  }
}
