import type { WorkspaceRole } from '../../shared/people/workspaceRoles.ts'

/** A role in a workspace, alone. */
export const roleNames: Record<WorkspaceRole, string> = {
  owner: 'Owner',
  admin: 'Administrator',
  member: 'Member',
}

/** In a sentence, after “as”. */
export const asRole: Record<WorkspaceRole, string> = {
  owner: 'an owner',
  admin: 'an administrator',
  member: 'a member',
}
