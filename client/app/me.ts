import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Result } from '../../shared/result.ts'
import { changeNameEndpoint, type Person, type WhoAmI, whoAmIEndpoint } from '../../shared/wire/people.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { callApi } from '../room/callApi.ts'
import { orThrow } from '../room/orThrow.ts'

const MS_BETWEEN_LOOKS = 60_000

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => orThrow(callApi(whoAmIEndpoint, { params: {} })),
  staleTime: MS_BETWEEN_LOOKS, // whoever comes back to this window may have another role by now, or be signed out
})

/** Whoever is signed in here, with all they belong to. */
export type Account = WhoAmI & { person: Person }

export const AccountContext = createContext<Account | null>(null)

/** Every page behind PersonGate has someone. */
export function useAccount(): Account {
  const account = useContext(AccountContext)
  if (!account) throw new Error('useAccount is used outside PersonGate')
  return account
}

/** Who sits at this browser. */
export const useMe = (): Person => useAccount().person

/** Asks afresh who is signed in: somebody else may be by now, and what they see is not for the one before. */
export function useAskWhoIAm(): () => Promise<Result<WhoAmI, Problem>> {
  const queryClient = useQueryClient()
  return async () => {
    const answer = await callApi(whoAmIEndpoint, { params: {} })
    if (!answer.ok) return answer
    const before = queryClient.getQueryData(meQuery.queryKey)?.person
    if (before && before.personId !== answer.value.person?.personId) {
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
    }
    queryClient.setQueryData(meQuery.queryKey, answer.value)
    return answer
  }
}

/** To be called once the server has signed someone in: from here on every page knows them. */
export function useSignedIn(): () => Promise<void> {
  const queryClient = useQueryClient()
  const askWhoIAm = useAskWhoIAm()
  return async () => {
    const answer = await askWhoIAm()
    if (!answer.ok) await queryClient.resetQueries(meQuery) // the gate asks again, and says what is wrong
  }
}

export function useChangeName(): (name: string) => Promise<Result<{ person: Person }, Problem>> {
  const queryClient = useQueryClient()
  return async (name) => {
    const answer = await callApi(changeNameEndpoint, { params: {}, body: { name } })
    if (answer.ok) {
      const { person } = answer.value
      queryClient.setQueryData(meQuery.queryKey, (before) => before && { ...before, person })
    }
    return answer
  }
}
