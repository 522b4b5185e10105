import * as z from 'zod/mini'
import { ok, type Result, refuse } from '../shared/result.ts'

const logLevels = ['debug', 'info', 'warn', 'error'] as const

export type Env = {
  port: number
  host: string
  dataDir: string
  logLevel: (typeof logLevels)[number]
}

const isPort = (given: string) => /^\d{1,5}$/.test(given) && Number(given) <= 65_535

const variables = z.object({
  PORT: z.string().check(z.refine(isPort, 'a whole number from 0 to 65535; 0 takes a free port')),
  HOST: z.string().check(z.regex(/^[\w.:-]+$/, 'a host name or an IP address, like 127.0.0.1')),
  DATA_DIR: z.string().check(z.refine((given) => !given.includes('\0'), 'the path of a folder')),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`),
})

const defaults = { PORT: '4100', HOST: '127.0.0.1', DATA_DIR: './data', LOG_LEVEL: 'info' }

/** Reads the four variables once. Every wrong one comes back in a sentence of its own; an empty one counts as not set. */
export function parseEnv(given: Record<string, string | undefined>): Result<Env, string[]> {
  const set = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, given[name]?.trim() || value]),
  )
  const parsed = variables.safeParse(set)
  if (!parsed.success) {
    return refuse(
      parsed.error.issues.map(({ path: [name], message }) => {
        return `${String(name)} is “${set[String(name)]}”; it takes ${message}.`
      }),
    )
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL } = parsed.data
  return ok({ port: Number(PORT), host: HOST, dataDir: DATA_DIR, logLevel: LOG_LEVEL })
}
