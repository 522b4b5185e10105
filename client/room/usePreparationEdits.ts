import { useMemo } from 'react'
import { makeMark, type PreparationMark, takeMarkBack } from '../../shared/content/preparationMarks.ts'
import { addRoleHolder, removeRoleHolder } from '../../shared/content/roleHolders.ts'
import type { IncidentRole } from '../../shared/guide/incidentRoles.ts'
import type { InvitationId, PersonId, PreparationMarkId, RoleHolderId } from '../../shared/ids.ts'
import { useRoom } from './RoomProvider.tsx'
import { newId } from './room.ts'

/** What a person says by hand about the preparation, each a step of its own for undo. */
export function usePreparationEdits() {
  const { contentDoc, origin, undo, me, now } = useRoom()
  return useMemo(() => {
    const by = me?.personId ?? null
    return {
      mark: (id: PreparationMarkId, says: PreparationMark['says'], reason = '') => {
        undo.stopCapturing()
        makeMark(contentDoc, { id, says, reason, by, at: now() }, origin)
      },
      takeBack: (id: PreparationMarkId) => {
        undo.stopCapturing()
        takeMarkBack(contentDoc, id, origin)
      },
      assign: (role: IncidentRole, personId: PersonId | null, name: string) => {
        undo.stopCapturing()
        const id = newId<RoleHolderId>()
        addRoleHolder(contentDoc, { id, role, personId, name, by, createdAt: now() }, origin)
      },
      invite: (role: IncidentRole, name: string, invitationId: InvitationId) => {
        undo.stopCapturing()
        const id = newId<RoleHolderId>()
        const holder = { id, role, personId: null, name, invitationId, by, createdAt: now() }
        addRoleHolder(contentDoc, holder, origin)
      },
      unassign: (id: RoleHolderId) => {
        undo.stopCapturing()
        removeRoleHolder(contentDoc, id, origin)
      },
    }
  }, [contentDoc, origin, undo, me, now])
}
