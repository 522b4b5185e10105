import { timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { hasOwner } from '../workspaces/workspaceRows.ts'
import { hashOfKey, newSecretKey } from './secretKey.ts'

/** What makes the owner. Another one at each start, for as long as there is no owner. */
export type SetUpKey = {
  /** To be printed once, where only whoever runs this server looks; null once there is an owner. */
  key: string | null
  fits: (given: string) => boolean
}

export function createSetUpKey(database: DatabaseSync): SetUpKey {
  if (hasOwner(database)) return { key: null, fits: () => false }
  const key = newSecretKey()
  const hash = hashOfKey(key)
  return { key, fits: (given) => !hasOwner(database) && timingSafeEqual(hashOfKey(given), hash) }
}
