import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TortureTarget } from './tortureTarget.ts'

/** A server that is known to lose what it called stored. A torture that finds nothing wrong with it is broken. */
export async function startDebouncedTarget(): Promise<TortureTarget> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-torture-'))
  const start = async (port: string): Promise<{ server: ChildProcess; address: string }> => {
    const server = fork('test/torture/debouncedServer.ts', [dataDir, port], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 2, 2, 'ipc'],
    })
    const [message] = await once(server, 'message')
    return { server, address: message.address }
  }
  let { server, address } = await start('0')
  const kill = async () => {
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  return {
    kinds: ['typing'],
    prepare: async () => {},
    steer: async () => {},
    checkMeetings: async () => ({ commands: 0, checkpoints: 0 }),
    seat: (room) => ({ url: address.replace('http', 'ws'), headers: {}, documentName: `room${room}` }),
    kill: async () => {
      await kill()
      return 'typing'
    },
    restart: async () => {
      const started = await start(new URL(address).port)
      server = started.server
      address = started.address
    },
    discard: async () => {
      await kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
