import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../shared/clock.ts'

const notePathIn = (dataDir: string) => join(dataDir, 'last-backup')

/** Lets a running server say how old the newest backup is. */
export function noteBackup(dataDir: string): void {
  try {
    writeFileSync(notePathIn(dataDir), '', { mode: 0o600 })
  } catch {
    // Whoever may only read the folder backs it up all the same.
  }
}

/** Null when no backup was ever noted. */
export function secondsSinceBackup(dataDir: string, clock: Clock): number | null {
  const noted = statSync(notePathIn(dataDir), { throwIfNoEntry: false })
  return noted ? Math.max(0, (clock() - noted.mtimeMs) / 1_000) : null
}
