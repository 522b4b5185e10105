import { QueryCache, QueryClient } from '@tanstack/react-query'
import '../room/orThrow.ts'
import { meQuery } from './me.ts'

const MOST_RETRIES = 2

/** Only a server that did not answer is asked again; a refusal would be the same. */
export function newQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      // The session has ended, perhaps from another browser: the gate asks to sign in, at this very address.
      onError: ({ reason }) => {
        if (reason === 'notSignedIn') void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, problem) => problem.reason === 'notReached' && failures < MOST_RETRIES,
        staleTime: 2_000,
        // The local server may well be reachable while the browser believes it is offline.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queryClient
}
