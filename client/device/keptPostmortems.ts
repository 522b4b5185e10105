import * as z from 'zod/mini'
import { type PostmortemSummary, postmortemSummary } from '../../shared/wire/postmortems.ts'
import { recallAccount } from './keptAccount.ts'
import { keep, keptPrefixOf, recall } from './keptValue.ts'

const keyOfMine = () => {
  const me = recallAccount()?.person
  return me ? `${keptPrefixOf(me.personId)}postmortems` : null
}

/** The list as this person last saw it on this device. */
export function recallPostmortems(): PostmortemSummary[] | null {
  const key = keyOfMine()
  return key === null ? null : recall(key, z.array(postmortemSummary))
}

export function keepPostmortems(postmortems: readonly PostmortemSummary[]): void {
  const key = keyOfMine()
  if (key !== null) keep(key, postmortems)
}
