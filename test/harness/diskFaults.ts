import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** In the middle of which work the power fails. */
export type KillAt = 'compacting' | 'checkpointing'

export type DiskFaults = {
  isFull: boolean
  /** Each commit takes so much longer. */
  slowMs: number
  kill: { at: KillAt; afterSteps: number } | null
}

export const soundDisk: DiskFaults = { isFull: false, slowMs: 0, kill: null }

/** For `fork`: puts the faulty disk under a server. */
export const faultyDiskArgv = ['--import', new URL('./faultyDisk.ts', import.meta.url).href]

/** From when this resolves the disk is like that; or the power has failed on it already. */
export async function setDisk(server: ChildProcess, faults: Partial<DiskFaults>): Promise<void> {
  const heard = Promise.race([once(server, 'message'), once(server, 'exit')])
  server.send({ ...soundDisk, ...faults })
  await heard
}
