import { generateKeyBetween } from 'fractional-indexing'

/** Sorts by fractional-index key; two people inserting in one spot at once get equal keys, and the id decides. */
export function byOrderKey(a: { key: string; id: string }, b: { key: string; id: string }): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * A key that sorts right after `afterId`, or first when that is null or gone. `others` are in order. Keys written by
 * a stranger may be no keys at all; then the new one goes last among those that are.
 */
export function orderKeyAfter(
  others: readonly { key: string; id: string }[],
  afterId: string | null,
): string {
  const position = afterId === null ? -1 : others.findIndex((other) => other.id === afterId)
  const before = others[position]?.key ?? null
  const after = others.slice(position + 1).find((other) => before === null || other.key > before)?.key ?? null
  try {
    return generateKeyBetween(before, after)
  } catch {
    return generateKeyBetween(others.map((other) => other.key).findLast(isOrderKey) ?? null, null)
  }
}

/** A key after the last one. */
export const orderKeyAtEnd = (others: readonly { key: string; id: string }[]): string =>
  orderKeyAfter(others, others.at(-1)?.id ?? null)

function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}
