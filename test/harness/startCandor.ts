import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { forkServer, spawnServer } from './spawnServer.ts'

export type Candor = {
  /** `http://127.0.0.1:<port>`; the same after a restart. */
  address: string
  dataDir: string
  /** What the terminal shows to whoever is to own it; null until it has been written. */
  setUpLink: () => string | null
  /** kill -9, as a power cut would. What was on disk is all that is left. */
  crash: () => Promise<void>
  /** Starts it again on the same address and data. */
  restart: () => Promise<void>
  stop: () => Promise<void>
  /** The one that runs now. */
  process: () => ChildProcess
  /** Starts it, and kills it so long afterwards, ready or not. */
  crashWhileStarting: (afterMs: number) => Promise<void>
}

/** The whole product as people run it: one process, its own folder, any free port, serving the built client. */
export async function startCandor(execArgv: string[] = []): Promise<Candor> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-journey-'))
  let server = await spawnServer({ dataDir, execArgv })
  const port = Number(new URL(server.address).port)
  return {
    address: server.address,
    dataDir,
    setUpLink: () => server.setUpLink(),
    crash: () => server.kill(),
    restart: async () => {
      server = await spawnServer({ dataDir, port, execArgv })
    },
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
    process: () => server.process,
    crashWhileStarting: async (afterMs) => {
      const starting = forkServer({ dataDir, port, execArgv })
      const ended = once(starting, 'exit')
      await pause(afterMs)
      starting.kill('SIGKILL')
      await ended
    },
  }
}
