import { infiniteQueryOptions } from '@tanstack/react-query'
import type { WorkspaceId } from '../../../shared/ids.ts'
import { readAuditLogEndpoint } from '../../../shared/wire/audit.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'

/** Before this number comes all there is. */
const NEWEST = '999999999999999'

export const auditQuery = (workspaceId: WorkspaceId) =>
  infiniteQueryOptions({
    queryKey: ['audit', workspaceId],
    queryFn: ({ pageParam }) =>
      orThrow(callApi(readAuditLogEndpoint, { params: { workspaceId, before: pageParam } })),
    initialPageParam: NEWEST,
    getNextPageParam: ({ next }) => next,
  })
