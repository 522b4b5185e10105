import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { newSecretKey } from './people/secretKey.ts'
import { cannotStart } from './storage/cannotStart.ts'
import { isBusy } from './storage/storageTrouble.ts'

/** The folder one process keeps everything in, while that process holds it. */
export type DataDir = {
  databasePath: string
  /** Who has it may make postmortems and sign-in links from the command line. */
  operatorKey: string
  /** Opens the answers that are sealed in the database, and is in no copy of it. */
  answersKey: string
  /** Tells other programs on this machine where to ask; forgotten on `release`. */
  announce: (address: string) => void
  release: () => void
}

const runningServer = z.object({ pid: z.number(), address: z.url() })
export type RunningServer = z.infer<typeof runningServer>

export const databasePathIn = (path: string) => join(path, 'candor.db')
const runningPathIn = (path: string) => join(path, 'running.json')
const operatorKeyPathIn = (path: string) => join(path, 'operator.key')
export const answersKeyPathIn = (path: string) => join(path, 'sealed-answers.key')

/** Makes the folder if need be and takes it for this process alone. Null while another process holds it. */
export function takeDataDir(path: string): DataDir | null {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const unlock = lock(join(path, 'candor.lock'))
    if (!unlock) return null
    const forget = () => rmSync(runningPathIn(path), { force: true })
    forget() // left behind by a process that was killed
    return {
      databasePath: databasePathIn(path),
      operatorKey: ownKey(operatorKeyPathIn(path)),
      answersKey: ownKey(answersKeyPathIn(path)),
      announce: (address) => {
        const running: RunningServer = { pid: process.pid, address }
        writeFileSync(runningPathIn(path), JSON.stringify(running), { mode: 0o600 })
      },
      release: () => {
        forget()
        unlock()
      },
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw cannotStart(
      `The data folder ${resolve(path)} cannot be used: ${why}. Choose another DATA_DIR.`,
      error,
    )
  }
}

/** Who answers for a folder that is held by another process; null if that one is no server, or not ready yet. */
export function runningServerIn(path: string): RunningServer | null {
  const text = textOf(runningPathIn(path))
  if (text === null) return null
  try {
    const parsed = runningServer.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null // being written this very moment
  }
}

export const operatorKeyIn = (path: string): string | null => keyIn(operatorKeyPathIn(path))

/** SQLite's own file lock, in a file of its own: the system lets go of it whichever way the process ends. */
function lock(path: string): (() => void) | null {
  const held = new DatabaseSync(path, { timeout: 0 })
  try {
    // Nothing is ever written to it, so it needs no journal beside it.
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return () => held.close()
  } catch (error) {
    held.close()
    if (isBusy(error)) return null
    throw error
  }
}

/** Made at first use, and readable for the account Candor runs under alone. */
function ownKey(file: string): string {
  const known = keyIn(file)
  if (known) {
    chmodSync(file, 0o600)
    return known
  }
  const key = newSecretKey()
  writeFileSync(file, `${key}\n`, { mode: 0o600 })
  return key
}

const keyIn = (file: string): string | null => textOf(file)?.trim() ?? null

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
