import { queryOptions } from '@tanstack/react-query'
import type { PostmortemId } from '../../shared/ids.ts'
import { listEvidenceEndpoint } from '../../shared/wire/evidence.ts'
import { callApi } from './callApi.ts'
import { orThrow } from './orThrow.ts'

const MS_BETWEEN_LOOKS = 30_000

export const evidenceQuery = (postmortemId: PostmortemId) =>
  queryOptions({
    queryKey: ['evidence', postmortemId],
    queryFn: () => orThrow(callApi(listEvidenceEndpoint, { params: { postmortemId } })),
    refetchInterval: MS_BETWEEN_LOOKS, // what a colleague brings meanwhile
  })
