import type * as z from 'zod/mini'
import type { inviteEndpoint } from '../../shared/wire/workspaces.ts'

/** What became of the mail of an invitation. */
export const invitationMailWords: Record<z.output<typeof inviteEndpoint.answer>['mail'], string> = {
  sent: 'The link is on its way by mail. You can also give it to them yourself.',
  notSent: 'This Candor sends no mail, so give them the link yourself.',
  failed: 'The mail could not be sent. The invitation stands: give them the link yourself.',
}
