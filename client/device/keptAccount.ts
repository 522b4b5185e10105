import type * as z from 'zod/mini'
import { whoAmIEndpoint } from '../../shared/wire/people.ts'
import { forget, keep, recall } from './keptValue.ts'

type Account = z.output<typeof whoAmIEndpoint.answer>

const KEY = 'candor.me'

/** Who sat at this browser when the server last said so. Null if nobody did, or it is not known. */
export function recallAccount(): Account | null {
  const account = recall(KEY, whoAmIEndpoint.answer)
  return account?.person ? account : null
}

export const keepAccount = (account: Account): boolean => keep(KEY, account)
export const forgetAccount = (): void => forget(KEY)
