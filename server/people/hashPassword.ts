import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** One of the settings OWASP's Password Storage Cheat Sheet names as equally strong; takes 32 MiB while it runs. */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const KEY_BYTES = 32

/** `scrypt$N$r$p$salt$key`, so that the cost can be raised and older ones still be checked. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await keyOf(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Takes as long where there is no such account, so that time does not tell. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash?.split('$') ?? []
  const cost = hash === null ? COST : { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await keyOf(password, Buffer.from(salt, 'base64url'), cost)
  const kept = Buffer.from(key, 'base64url')
  return kept.length === derived.length && timingSafeEqual(kept, derived)
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time: each takes a processor for a fifth of a second, and somebody is in a meeting meanwhile. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = last.then(work)
  last = mine.catch(() => {}) // told to whoever asked
  return mine
}

/** Accents can be typed in two ways (NIST SP 800-63B-4, 3.1.1.2). */
const keyOf = (password: string, salt: Buffer, { N, r, p }: typeof COST) =>
  inTurn(() => derive(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }))
