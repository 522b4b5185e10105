import { queryOptions } from '@tanstack/react-query'
import type { WorkspaceId } from '../../../shared/ids.ts'
import { openWorkspaceEndpoint } from '../../../shared/wire/workspaces.ts'
import { callApi } from '../../room/callApi.ts'
import { orThrow } from '../../room/orThrow.ts'

export const workspaceQuery = (workspaceId: WorkspaceId) =>
  queryOptions({
    queryKey: ['workspace', workspaceId],
    queryFn: () => orThrow(callApi(openWorkspaceEndpoint, { params: { workspaceId } })),
  })
