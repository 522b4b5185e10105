import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ownIn } from './owners.ts'

export type SpawnedServer = {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  address: string
  process: ChildProcess
  /** What the terminal shows to whoever is to own it; null until it has been written. */
  setUpLink: () => string | null
  /** Ends it like a power cut would: no handler runs. Resolves once the process is gone. */
  kill: () => Promise<void>
  /** Ends it as Ctrl-C does. */
  stop: () => Promise<void>
}

const START_DEADLINE_MS = 20_000

type SpawnWith = {
  dataDir: string
  port?: number
  execArgv?: string[]
  variables?: Record<string, string>
  /** Everything it writes to its two streams. */
  hear?: (text: string) => void
}

/** The process, which is not ready yet. */
export const forkServer = ({ dataDir, port = 0, execArgv = [], variables = {} }: SpawnWith): ChildProcess =>
  fork('server/main.ts', {
    execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })

/** The product as people run it: a process of its own on a folder of its own. Port 0 takes any that is free. */
export async function spawnServer(spawnWith: SpawnWith): Promise<SpawnedServer> {
  const { dataDir, hear = () => {} } = spawnWith
  const server = forkServer(spawnWith)
  let said = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
      hear(chunk.toString())
    })
  }
  const end = (signal: NodeJS.Signals) => async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const deadline = performance.now() + START_DEADLINE_MS
  for (;;) {
    const address = addressIn(dataDir, server.pid)
    if (address) {
      ownIn(address, dataDir)
      const setUpLink = () => /http:\S+\/setup\/[\w-]{43}/.exec(said)?.[0] ?? null
      return { address, process: server, setUpLink, kill: end('SIGKILL'), stop: end('SIGTERM') }
    }
    if (server.exitCode !== null || performance.now() > deadline) {
      await end('SIGKILL')()
      throw new Error(`The server did not start. It said:\n${said}`)
    }
    await pause(10)
  }
}

/** Null until the process with this pid listens; a killed one has left its file behind. */
function addressIn(dataDir: string, pid: number | undefined): string | null {
  try {
    // Written by the server itself.
    const running = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as {
      pid: number
      address: string
    }
    return running.pid === pid ? running.address.replace(/\/$/, '') : null
  } catch {
    return null
  }
}
