import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import * as z from 'zod/mini'
import type { Usage } from './benchServer.ts'

/** Makes a server's process answer for what it uses. */
export const measuredArgs = ['--disable-warning=ExperimentalWarning', '--import', './test/bench/tellUsage.ts']

const usageMessage = z.object({ usage: z.object({ cpuMs: z.number(), rssMiB: z.number() }) })
const addressMessage = z.object({ address: z.string() })

/** Starts one of the peers. */
export async function startPeer(entry: string): Promise<{ process: ChildProcess; address: string }> {
  const peer = fork(`test/bench/peers/${entry}.ts`, {
    execArgv: measuredArgs,
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const [message] = await once(peer, 'message')
  return { process: peer, address: addressMessage.parse(message).address }
}

export async function usageOf(server: ChildProcess): Promise<Usage> {
  const answered = once(server, 'message')
  server.send('usage')
  const [message] = await answered
  return usageMessage.parse(message).usage
}

export async function stopPeer(peer: ChildProcess): Promise<void> {
  const ended = once(peer, 'exit')
  peer.kill('SIGKILL')
  await ended
}
