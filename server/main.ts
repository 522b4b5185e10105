import { pino } from 'pino'
import { parseEnv } from './env.ts'
import { addressesInNetwork } from './http/addressesInNetwork.ts'
import { watchProcess } from './operating/watchProcess.ts'
import { type RunningCandor, startServer } from './startServer.ts'
import { isCannotStart } from './storage/cannotStart.ts'

/** Longer than the server's own deadline for stopping. */
const EXIT_DEADLINE_MS = 6_000

// What this process writes is for the account it runs under.
process.umask(0o077)

const env = parseEnv(process.env)
if (!env.ok) leave(env.problem)

// On the error stream, so that the address stands alone on the other.
const log = pino({ level: env.value.logLevel, base: null }, pino.destination({ dest: 2, sync: true }))

process.on('unhandledRejection', (error) =>
  log.error({ err: error }, 'a promise failed and nobody waited for it'),
)
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'the server ends, because what it holds in memory may no longer be true')
  process.exit(1)
})

const starting = startServer({ env: env.value, clock: Date.now, log })
// Ctrl-C reaches every program of the terminal, and the launcher passes it on: the second one must not cut the stop short.
// One that comes during the start waits for its end.
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!isStopping) starting.then(stop, () => {}) // a start that fails says so below
    isStopping = true
  })
}
const running = await starting.catch((error: unknown) => {
  if (isCannotStart(error)) leave([error.message])
  throw error
})
watchProcess(running.metrics.registry)
console.log(`Candor is at ${running.address}`)
for (const address of addressesInNetwork(env.value.host, running.address))
  console.log(`  for colleagues: ${address}`)
if (running.setUpLink !== null)
  console.log(`To begin, open this link once. Whoever does becomes the owner:\n  ${running.setUpLink}`)

async function stop({ close }: RunningCandor): Promise<void> {
  setTimeout(() => process.exit(1), EXIT_DEADLINE_MS).unref()
  await close()
  process.exit(0)
}

function leave(sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}
