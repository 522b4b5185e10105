import { QueryClient } from '@tanstack/react-query'
import '../room/orThrow.ts'

const MOST_RETRIES = 2

/** Only a server that did not answer is asked again; a refusal would be the same. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
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
