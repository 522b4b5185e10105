import { generateKeyBetween } from 'fractional-indexing'
import { MOST_ORDER_KEY } from './fields.ts'

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
  return keyBetween(before, after) ?? keyAfterAll(others) ?? generateKeyBetween(null, null)
}

/** A key after the last one. */
export const orderKeyAtEnd = (others: readonly { key: string; id: string }[]): string =>
  orderKeyAfter(others, others.at(-1)?.id ?? null)

const keyAfterAll = (others: readonly { key: string }[]): string | undefined =>
  others.flatMap(({ key }) => keyBetween(key, null) ?? []).at(-1)

/** Null between keys that are no keys, stand in the wrong order, or leave room only for a longer one than is read. */
function keyBetween(before: string | null, after: string | null): string | null {
  try {
    const key = generateKeyBetween(before, after)
    return key.length <= MOST_ORDER_KEY ? key : null
  } catch {
    return null
  }
}
