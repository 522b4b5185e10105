import { resolve } from 'node:path'
import { type DataDir, operatorKeyIn, runningServerIn, takeDataDir } from '../dataDir.ts'
import { cannotStart } from '../storage/cannotStart.ts'

export type ServerToAsk = { address: string; operatorKey: string }

/** The folder's own lock says who answers for it: a server that runs is asked, and otherwise the database is ours. */
export function holderOf(
  path: string,
): { isOurs: true; dataDir: DataDir } | { isOurs: false; server: ServerToAsk } {
  const dataDir = takeDataDir(path)
  if (dataDir) return { isOurs: true, dataDir }
  const running = runningServerIn(path)
  const operatorKey = operatorKeyIn(path)
  if (!running || !operatorKey) {
    throw cannotStart(
      `The data folder ${resolve(path)} is in use by a Candor process that does not answer yet. Try again in a moment.`,
    )
  }
  return { isOurs: false, server: { address: running.address, operatorKey } }
}
