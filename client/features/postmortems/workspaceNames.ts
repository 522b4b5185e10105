import { createContext, useContext } from 'react'
import type { WorkspaceId } from '../../../shared/ids.ts'
import type { Membership } from '../../../shared/wire/people.ts'

/** The workspaces of whoever looks at the list. */
export const WorkspacesContext = createContext<readonly Membership[]>([])

/** Null where it goes without saying. */
export function useWorkspaceName(id: WorkspaceId): string | null {
  const workspaces = useContext(WorkspacesContext)
  if (workspaces.length < 2) return null
  return workspaces.find(({ workspaceId }) => workspaceId === id)?.name ?? null
}
