/** JSON as it was parsed. A number a double cannot give back exactly (ids beyond 2^53) is its digits, as a string. */
export type JsonRecord = { readonly [key: string]: unknown }

/** The record that `value` is, or an empty one: a missing part of a payload is asked for its fields all the same. */
export const recordOf = (value: unknown): JsonRecord => (isRecord(value) ? value : {})

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Text that says something; null for anything else, and for blanks. */
export const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** An id that may be a number or text, as text. */
export const idOf = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value)
  return wordsOf(value)
}

/** Follows keys and positions: `valueAt(event, 'data', 'incident', 'id')`; undefined where the way ends. */
export function valueAt(value: unknown, ...path: (string | number)[]): unknown {
  let found = value
  for (const step of path) {
    if (typeof step === 'number') found = listOf(found)[step]
    else found = isRecord(found) && Object.hasOwn(found, step) ? found[step] : undefined
  }
  return found
}
