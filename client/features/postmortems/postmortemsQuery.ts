import { queryOptions } from '@tanstack/react-query'
import { listPostmortemsEndpoint } from '../../../shared/wire/postmortems.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'

const MS_BETWEEN_LOOKS = 15_000

export const postmortemsQuery = queryOptions({
  queryKey: ['postmortems'],
  queryFn: async () => (await orThrow(callApi(listPostmortemsEndpoint, { params: {} }))).postmortems,
  refetchInterval: MS_BETWEEN_LOOKS, // a meeting somebody starts meanwhile shows as live
})
