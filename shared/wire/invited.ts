import * as z from 'zod/mini'
import { invitationId, personId, postmortemId } from '../ids.ts'
import { endpoint } from './endpoint.ts'

/** How the invitation of somebody in a role of the incident stands. Whom it was sent to is told to nobody here. */
export const invitedHolder = z.object({
  invitationId,
  /** `over`: withdrawn, replaced or too old. */
  state: z.enum(['open', 'accepted', 'over']),
  /** Who came by it. */
  personId: z.nullable(personId),
})
export type InvitedHolder = z.infer<typeof invitedHolder>

/** Of the invitations that the document names. None for a guest, who does not know the workspace. */
export const listInvitedEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/invited',
  params: z.object({ postmortemId }),
  body: z.undefined(),
  answer: z.object({ invited: z.array(invitedHolder) }),
})
