import * as z from 'zod/mini'
import { ok, type Result, refuse } from '../shared/result.ts'
import { trustIn } from './http/addressOf.ts'
import { type Limits, limitsIn } from './limits.ts'
import { type MailSettings, mailSettingsIn } from './mail/mailSettingsIn.ts'
import { type SingleSignOnSettings, singleSignOnSettingsIn } from './single-sign-on/singleSignOnSettingsIn.ts'

const logLevels = ['debug', 'info', 'warn', 'error'] as const

export type Env = {
  port: number
  host: string
  dataDir: string
  logLevel: (typeof logLevels)[number]
  /** Where people find this server, `https://candor.example.org`; null where they come by its own address. */
  publicUrl: string | null
  /** The proxies that may say for whom they ask. */
  trustedProxies: string[]
  /** Null without one, like the next. */
  mail: MailSettings | null
  singleSignOn: SingleSignOnSettings | null
  limits: Limits
}

const isPort = (given: string) => /^\d{1,5}$/.test(given) && Number(given) <= 65_535
const isOrigin = (given: string) =>
  /^https?:$/.test(URL.parse(given)?.protocol ?? '') && isBare(new URL(given))
const isBare = ({ pathname, search, hash, username }: URL) => `${pathname}${search}${hash}${username}` === '/'
const listIn = (given: string) => given.split(',').flatMap((part) => part.trim() || [])

const variables = z.object({
  PORT: z.string().check(z.refine(isPort, 'a whole number from 0 to 65535; 0 takes a free port')),
  HOST: z.string().check(z.regex(/^[\w.:-]+$/, 'a host name or an IP address, like 127.0.0.1')),
  DATA_DIR: z.string().check(z.refine((given) => !given.includes('\0'), 'the path of a folder')),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`),
  PUBLIC_URL: z
    .string()
    .check(
      z.refine(
        (given) => given === '' || isOrigin(given),
        'the address people open, like https://candor.example.org, with no path behind it',
      ),
    ),
  TRUST_PROXY: z
    .string()
    .check(
      z.refine(
        (given) => isProxies(listIn(given)),
        'loopback, or the addresses or networks of the proxies in front of Candor, like 10.0.0.5, 10.1.0.0/16',
      ),
    ),
})

const defaults = {
  PORT: '4100',
  HOST: '127.0.0.1',
  DATA_DIR: './data',
  LOG_LEVEL: 'info',
  PUBLIC_URL: '',
  TRUST_PROXY: '',
}

/** Reads the environment once. Every wrong variable comes back in a sentence of its own; an empty one counts as not set. */
export function parseEnv(given: Record<string, string | undefined>): Result<Env, string[]> {
  const set = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, given[name]?.trim() || value]),
  )
  const parsed = variables.safeParse(set)
  const limits = limitsIn(given)
  const mail = mailSettingsIn(given)
  const singleSignOn = singleSignOnSettingsIn(given)
  if (!parsed.success || !limits.ok || !mail.ok || !singleSignOn.ok) {
    const issues = parsed.success ? [] : parsed.error.issues
    return refuse([
      ...issues.map(({ path: [name], message }) => {
        return `${String(name)} is “${set[String(name)]}”; it takes ${message}.`
      }),
      ...[limits, mail, singleSignOn].flatMap((settings) => (settings.ok ? [] : settings.problem)),
    ])
  }
  const { PORT, HOST, DATA_DIR, LOG_LEVEL, PUBLIC_URL, TRUST_PROXY } = parsed.data
  return ok({
    port: Number(PORT),
    host: HOST,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
    publicUrl: PUBLIC_URL === '' ? null : new URL(PUBLIC_URL).origin,
    trustedProxies: listIn(TRUST_PROXY),
    mail: mail.value,
    singleSignOn: singleSignOn.value,
    limits: limits.value,
  })
}

function isProxies(addresses: string[]): boolean {
  try {
    trustIn(addresses)
    return true
  } catch {
    return false
  }
}
