import { queryOptions } from '@tanstack/react-query'
import { readAccountEndpoint } from '../../../shared/wire/account.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => orThrow(callApi(readAccountEndpoint, { params: {} })),
})
