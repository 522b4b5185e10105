/** SQLite's codes for a database that is taken, or on a disk that does not take or give anything just now. */
const BUSY = 5
const troubles: ReadonlySet<number> = new Set([
  BUSY,
  6 /* locked */,
  8 /* read-only */,
  10 /* I/O error */,
  13 /* full */,
  14 /* cannot open */,
])

/** Somebody else holds the database. */
export const isBusy = (error: unknown): boolean => codeOf(error) === BUSY

/** The storage failed, and nothing else: the same will work once it is back. Damage is not among it. */
export const isStorageTrouble = (error: unknown): boolean => troubles.has(codeOf(error))

/** The extended codes keep the plain one in their last byte. */
function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code & 0xff : 0
}
