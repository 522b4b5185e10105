import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { findPostmortemsEndpoint, type LibraryFilters } from '../../../shared/wire/library.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'
import { MS_BETWEEN_LOOKS, postmortemsQuery } from './postmortemsQuery.ts'

/** Asked for anew with the list itself, after something was started or imported. */
export const libraryQuery = (filters: LibraryFilters) =>
  infiniteQueryOptions({
    queryKey: [...postmortemsQuery.queryKey, 'found', filters],
    queryFn: ({ pageParam }) =>
      orThrow(callApi(findPostmortemsEndpoint, { params: {}, body: { ...filters, skip: pageParam } })),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: MS_BETWEEN_LOOKS,
  })
