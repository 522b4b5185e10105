import { queryOptions } from '@tanstack/react-query'
import { listPostmortemsEndpoint } from '../../../shared/wire/postmortems.ts'
import { keepPostmortems } from '../../device/keptPostmortems.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'

export const MS_BETWEEN_LOOKS = 15_000

export const postmortemsQuery = queryOptions({
  queryKey: ['postmortems'],
  queryFn: async () => {
    const { postmortems } = await orThrow(callApi(listPostmortemsEndpoint, { params: {} }))
    keepPostmortems(postmortems)
    return postmortems
  },
  refetchInterval: MS_BETWEEN_LOOKS, // a meeting somebody starts meanwhile shows as live
})
