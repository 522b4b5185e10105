import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { type DataDir, takeDataDir } from '../dataDir.ts'
import { cannotStart } from '../storage/cannotStart.ts'
import type { Terminal } from './importFiles.ts'
import { syncToDisk } from './syncToDisk.ts'
import { damageLine } from './verify.ts'
import { verifyDatabase } from './verifyDatabase.ts'

type RestoreWith = { dataDir: string; file: string; force: boolean; clock: Clock } & Terminal

/** Puts a backup in the database's place once its copy was verified. With `force`, what was there stays beside it. */
export function restore({ dataDir: path, file, force, clock, say, complain }: RestoreWith): number {
  if (!existsSync(file)) throw cannotStart(`There is no file ${file}. Nothing was changed.`)
  const dataDir = takeDataDir(path)
  if (!dataDir) {
    throw cannotStart(
      `A Candor process is using the data folder ${resolve(path)}. Stop it first. Nothing was changed.`,
    )
  }
  const fresh = `${dataDir.databasePath}.unfinished`
  try {
    const isReplacing = existsSync(dataDir.databasePath)
    if (isReplacing && !force) {
      throw cannotStart(
        `${resolve(path)} holds a database already. Nothing was changed. With --force the backup takes its place, and the old one is kept beside it.`,
      )
    }
    copyFileSync(file, fresh)
    for (const line of acceptedDamages(fresh, file, force)) complain(line)
    syncToDisk(fresh)
    const kept = isReplacing ? keepOld(dataDir, clock()) : null
    renameSync(fresh, dataDir.databasePath)
    syncToDisk(path)
    say(`${resolve(path)} now holds what ${file} holds.${kept ? ` The old database is ${kept}.` : ''}`)
    return 0
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(fresh + suffix, { force: true })
    dataDir.release()
  }
}

/** Damage to single postmortems is accepted with `force`, so that one of them never holds back all the others. */
function acceptedDamages(fresh: string, file: string, force: boolean): string[] {
  const { damages } = verifyDatabase(fresh)
  const lines = damages.map(damageLine)
  const isWhole = damages.every(({ part }) => part !== 'database')
  if (damages.length === 0 || (isWhole && force)) return lines
  const way = isWhole ? ' With --force it is restored as it is.' : ''
  throw cannotStart([`${file} is damaged. Nothing was changed.${way}`, ...lines].join('\n'))
}

/** Copied, not moved: at every moment there is a whole database in its place. Returns where the old one is now. */
function keepOld({ databasePath }: DataDir, now: number): string {
  const date = new Date(now).toISOString().replaceAll(':', '-')
  const kept = databasePath.replace(/\.db$/, `-before-restore-${date}.db`)
  foldIn(databasePath)
  for (const suffix of ['', '-wal']) {
    if (!existsSync(databasePath + suffix)) continue
    copyFileSync(databasePath + suffix, kept + suffix, constants.COPYFILE_EXCL)
    syncToDisk(kept + suffix)
  }
  // A log left beside the new database would be written over it.
  for (const suffix of ['-wal', '-shm']) rmSync(databasePath + suffix, { force: true })
  return kept
}

/** Writes the log of a killed server into the database. One too damaged for that is kept as it is, with its log. */
function foldIn(databasePath: string): void {
  try {
    const old = new DatabaseSync(databasePath)
    try {
      old.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      old.close()
    }
  } catch {
    // Kept as it is.
  }
}
