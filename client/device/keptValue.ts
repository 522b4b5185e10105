import type * as z from 'zod/mini'

/** All of a person's values begin so, and so do the names of their documents on this device. */
export const keptPrefixOf = (personId: string): string => `candor.person.${personId}.`

/** Keeps a small value between two visits. False if this browser keeps nothing, or has no more room. */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Read as if a stranger had written it: an older or newer page of Candor did, or somebody at the console. */
export function recall<Schema extends z.ZodMiniType>(key: string, schema: Schema): z.output<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // what is not kept need not be forgotten
  }
}

export function keysBeginning(prefix: string): string[] {
  try {
    const keys = Array.from(
      { length: localStorage.length },
      (_, position) => localStorage.key(position) ?? '',
    )
    return keys.filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}
