import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnServer } from './spawnServer.ts'

export type Candor = {
  /** `http://127.0.0.1:<port>`; the same after a restart. */
  address: string
  dataDir: string
  /** kill -9, as a power cut would. What was on disk is all that is left. */
  crash: () => Promise<void>
  /** Starts it again on the same address and data. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/** The whole product as people run it: one process, its own folder, any free port, serving the built client. */
export async function startCandor(): Promise<Candor> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-journey-'))
  let server = await spawnServer({ dataDir })
  const port = Number(new URL(server.address).port)
  return {
    address: server.address,
    dataDir,
    crash: () => server.kill(),
    restart: async () => {
      server = await spawnServer({ dataDir, port })
    },
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
