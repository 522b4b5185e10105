import type { PersonId } from '../../shared/ids.ts'
import { clearContentOf } from './contentOnDevice.ts'
import { forgetAccount } from './keptAccount.ts'
import { forget, keptPrefixOf, keysBeginning } from './keptValue.ts'

/**
 * For signing out: who was here, which meetings they saw, and the documents with all that was written in them, changes
 * that never reached the server too. Ask `countUnsentOf` first, and leave the room: it keeps what it shows until it is
 * closed. What another person left on this device stays.
 */
export async function forgetThisDevice(me: PersonId): Promise<void> {
  forgetAccount()
  for (const key of keysBeginning(keptPrefixOf(me))) forget(key)
  for (const key of keysBeginning('candor.visited.')) forget(key)
  await clearContentOf(me)
}
