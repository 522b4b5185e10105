import * as z from 'zod/mini'

export const workspaceRoles = ['owner', 'admin', 'member'] as const
export const workspaceRole = z.enum(workspaceRoles)
export type WorkspaceRole = z.infer<typeof workspaceRole>

export const workspaceCapabilities = [
  /** Rename the workspace, start another one. */
  'ownWorkspace',
  /** Invite, remove, change roles, help someone back in. */
  'managePeople',
  'manageTeams',
  'readAuditLog',
  'startPostmortems',
] as const
export type WorkspaceCapability = (typeof workspaceCapabilities)[number]

const capabilitiesByRole: Record<WorkspaceRole, readonly WorkspaceCapability[]> = {
  owner: workspaceCapabilities,
  admin: ['managePeople', 'manageTeams', 'readAuditLog', 'startPostmortems'],
  member: ['startPostmortems'],
}

/** A role opens no restricted postmortem: only its audience reads that one. */
export const mayInWorkspace = (role: WorkspaceRole | null, capability: WorkspaceCapability): boolean =>
  role !== null && capabilitiesByRole[role].includes(capability)

/** Nobody raises anyone above themselves, and what concerns an owner is for owners. */
export const mayGiveRole = (giver: WorkspaceRole | null, to: WorkspaceRole): boolean =>
  mayInWorkspace(giver, 'managePeople') && (to !== 'owner' || giver === 'owner')
