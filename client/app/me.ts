import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type * as z from 'zod/mini'
import type { Result } from '../../shared/result.ts'
import { type Person, sayNameEndpoint, whoAmIEndpoint } from '../../shared/wire/people.ts'
import type { Problem } from '../../shared/wire/problem.ts'
import { callApi } from '../room/callApi.ts'
import { orThrow } from '../room/orThrow.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => orThrow(callApi(whoAmIEndpoint, { params: {} })),
  staleTime: Number.POSITIVE_INFINITY,
})

export const MeContext = createContext<Person | null>(null)

/** Who sits at this browser. Every page but the shared screen stands behind PersonGate, so there is someone. */
export function useMe(): Person {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe is used outside PersonGate')
  return me
}

/** Asks afresh who is signed in: somebody else may be by now. */
export function useAskWhoIAm(): () => Promise<Result<z.output<typeof whoAmIEndpoint.answer>, Problem>> {
  const queryClient = useQueryClient()
  return async () => {
    const answer = await callApi(whoAmIEndpoint, { params: {} })
    if (answer.ok) queryClient.setQueryData(meQuery.queryKey, answer.value)
    return answer
  }
}

/** The first name makes a person; a later one renames them. */
export function useSayName(): (name: string) => Promise<Result<{ person: Person }, Problem>> {
  const queryClient = useQueryClient()
  return async (name) => {
    const answer = await callApi(sayNameEndpoint, { params: {}, body: { name } })
    if (answer.ok) queryClient.setQueryData(meQuery.queryKey, answer.value)
    return answer
  }
}
