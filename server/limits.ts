import { ok, type Result, refuse } from '../shared/result.ts'

const KIB = 1024
const MIB = 1024 * KIB

/**
 * What anyone outside may ask of this server. All of it is far above what a page of ours does by itself. Each number can
 * be set by the environment: `bodyBytes` is `LIMIT_BODY_BYTES`.
 */
export const defaultLimits = {
  bodyBytes: 64 * KIB,
  /** An incident file. */
  importBytes: 3 * MIB,
  /** Of one person. */
  commandsPerTenSeconds: 100,
  /** From one address, by nobody known: guessing at sessions and keys is among them. */
  strangersRequestsPerMinute: 600,
  /** From one address. */
  namesPerTenMinutes: 300,
  /** At one account, whatever the address. */
  signInsPerTenMinutes: 10,
  signInsPerAddressPerTenMinutes: 100,
}

export type Limits = { readonly [Name in keyof typeof defaultLimits]: number }

/** Every `LIMIT_…` variable is one of these numbers; a misspelt one would protect nobody, and is named. */
export function limitsIn(given: Record<string, string | undefined>): Result<Limits, string[]> {
  const set: Partial<Record<string, number>> = {}
  const wrong: string[] = []
  for (const [variable, value] of Object.entries(given)) {
    const text = value?.trim()
    if (!variable.startsWith('LIMIT_') || !text) continue
    const name = Object.keys(defaultLimits).find((limit) => variableOf(limit) === variable)
    const number = Number(text)
    if (name === undefined)
      wrong.push(`${variable} is set, and there is no such limit. The README lists them.`)
    else if (!(number > 0 && number < Number.POSITIVE_INFINITY))
      wrong.push(`${variable} is “${text}”; it takes a number above 0.`)
    else set[name] = number
  }
  return wrong.length > 0 ? refuse(wrong) : ok({ ...defaultLimits, ...set })
}

/** `bodyBytes` → `LIMIT_BODY_BYTES`. */
export const variableOf = (limit: string): string =>
  `LIMIT_${limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
