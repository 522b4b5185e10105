import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type * as z from 'zod/mini'
import type { PersonId } from '../../../shared/ids.ts'
import type { openWorkspaceEndpoint } from '../../../shared/wire/workspaces.ts'
import { workspaceQuery } from './workspaceQuery.ts'

export type OpenWorkspace = z.output<typeof openWorkspaceEndpoint.answer> & { me: PersonId }

/** The workspace on this page, for all the parts of it. */
export const OpenWorkspaceContext = createContext<OpenWorkspace | null>(null)

export function useOpenWorkspace(): OpenWorkspace {
  const open = useContext(OpenWorkspaceContext)
  if (!open) throw new Error('useOpenWorkspace is used outside a workspace’s page')
  return open
}

/** Asks the server how the workspace stands after a change. */
export function useRefresh(): () => Promise<void> {
  const { workspaceId } = useOpenWorkspace().workspace
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries(workspaceQuery(workspaceId))
}
