import { clearContentOf } from './contentOnDevice.ts'
import { forgetAccount, recallAccount } from './keptAccount.ts'
import { forget, keptPrefixOf, keysBeginning } from './keptValue.ts'

/**
 * For signing out: who was here, which meetings they saw, and the documents with all that was written in them, changes
 * that never reached the server too. Ask `countUnsentOf` first. What another person left on this device stays.
 */
export async function forgetThisDevice(): Promise<void> {
  const me = recallAccount()?.person
  forgetAccount()
  if (!me) return
  for (const key of keysBeginning(keptPrefixOf(me.personId))) forget(key)
  for (const key of keysBeginning('candor.visited.')) forget(key)
  await clearContentOf(me.personId)
}
