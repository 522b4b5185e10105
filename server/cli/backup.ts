import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite'
import { answersKeyPathIn, databasePathIn } from '../dataDir.ts'
import { noteBackup } from '../operating/backupAge.ts'
import { cannotStart } from '../storage/cannotStart.ts'
import type { Terminal } from './importFiles.ts'
import { syncToDisk } from './syncToDisk.ts'
import { damageLine } from './verify.ts'
import { verifyDatabase } from './verifyDatabase.ts'

/** In one step: with several, each edit in between would make the copy begin again. */
const ALL_PAGES = 2 ** 31 - 1

/**
 * Copies the database as it is at one moment, whether a server runs on it or not. `file` is complete or not there at
 * all. The exit code: 1 if something in the copy is damaged, which is then named; the copy is kept.
 */
export async function backup(dataDir: string, file: string, { say, complain }: Terminal): Promise<number> {
  const source = databasePathIn(dataDir)
  if (!existsSync(source))
    throw cannotStart(`There is no database at ${resolve(source)}. Nothing was written.`)
  if (existsSync(file))
    throw cannotStart(`${file} exists already and was left as it is. Choose another name.`)
  const unfinished = `${file}.${process.pid}.unfinished`
  try {
    await copyTo(source, unfinished)
    const { damages, postmortems, meetings } = verifyDatabase(unfinished)
    syncToDisk(unfinished)
    renameSync(unfinished, file)
    syncToDisk(dirname(resolve(file)))
    noteBackup(dataDir)
    for (const damage of damages) complain(damageLine(damage))
    say(`${file} holds everything up to now: postmortems ${postmortems}, meetings ${meetings}`)
    say(
      `Answers that are still sealed open only with ${answersKeyPathIn(dataDir)}, which a backup leaves out.`,
    )
    return damages.length === 0 ? 0 : 1
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw cannotStart(`${file} could not be written: ${why}. The data itself was not touched.`, error)
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
  }
}

async function copyTo(source: string, target: string): Promise<void> {
  const database = new DatabaseSync(source, { readOnly: true, timeout: 5_000 })
  try {
    await copyDatabase(database, target, { rate: ALL_PAGES })
  } finally {
    database.close()
  }
  const copy = new DatabaseSync(target)
  copy.exec('PRAGMA journal_mode = DELETE') // one file that needs no other beside it
  copy.close()
}
