import { statSync } from 'node:fs'

/** The database and the log beside it. */
export const databaseBytesAt = (path: string): number => sizeOf(path) + sizeOf(`${path}-wal`)

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
