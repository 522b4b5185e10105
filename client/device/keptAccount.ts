import { type WhoAmI, whoAmIEndpoint } from '../../shared/wire/people.ts'
import { forget, keep, recall } from './keptValue.ts'

const KEY = 'candor.me'

/** Who sat at this browser when the server last said so. Null if nobody did, or it is not known. */
export function recallAccount(): WhoAmI | null {
  const account = recall(KEY, whoAmIEndpoint.answer)
  return account?.person ? account : null
}

export const keepAccount = (account: WhoAmI): boolean => keep(KEY, account)
export const forgetAccount = (): void => forget(KEY)

/** Another window of this browser signed out. */
export function onForgottenElsewhere(forgotten: () => void): () => void {
  const look = ({ key, newValue }: StorageEvent) => {
    if (key === KEY && newValue === null) forgotten()
  }
  window.addEventListener('storage', look)
  return () => window.removeEventListener('storage', look)
}
