import * as Y from 'yjs'
import * as z from 'zod/mini'
import { incidentRoles } from '../guide/incidentRoles.ts'
import { invitationId, personId, type RoleHolderId, roleHolderId } from '../ids.ts'
import { type EditOrigin, roleHoldersOf } from './contentDoc.ts'
import { instant, orNull } from './fields.ts'
import { type RecordView, readRecords, viewRecords } from './records.ts'

export const MOST_HOLDER_NAME = 60

/** Someone in a role of the incident: a person known here, or a name that was typed. */
export const roleHolder = z.object({
  id: roleHolderId,
  role: z.enum(incidentRoles),
  personId: orNull(personId),
  name: z.string().check(z.minLength(1), z.maxLength(MOST_HOLDER_NAME)),
  /** With which they were invited to the workspace: who they are is known once they have come. */
  invitationId: z.catch(z.optional(invitationId), undefined),
  by: orNull(personId),
  createdAt: z.catch(instant, 0),
})
export type RoleHolder = z.infer<typeof roleHolder>

const inOrder = (a: RoleHolder, b: RoleHolder): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

export const readRoleHolders = (doc: Y.Doc): RoleHolder[] =>
  readRecords(roleHoldersOf(doc), roleHolder).sort(inOrder)
export const viewRoleHolders = (doc: Y.Doc): RecordView<RoleHolder> =>
  viewRecords(roleHoldersOf(doc), roleHolder, inOrder)

/** Whoever has the role already is not added twice. */
export function addRoleHolder(doc: Y.Doc, { id, ...fields }: RoleHolder, origin: EditOrigin): void {
  const isThere = readRoleHolders(doc).some(
    ({ role, personId, name }) =>
      role === fields.role &&
      (fields.personId === null ? personId === null && name === fields.name : personId === fields.personId),
  )
  if (isThere) return
  doc.transact(() => roleHoldersOf(doc).set(id, new Y.Map<unknown>(Object.entries(fields))), origin)
}

export function removeRoleHolder(doc: Y.Doc, id: RoleHolderId, origin: EditOrigin): void {
  doc.transact(() => roleHoldersOf(doc).delete(id), origin)
}
