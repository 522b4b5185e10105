import * as z from 'zod/mini'
import { invitationId, personId, teamId, workspaceId } from '../ids.ts'
import { mailAddress, newPassword, secretKey } from '../people/credentials.ts'
import { workspaceRole } from '../people/workspaceRoles.ts'
import { endpoint } from './endpoint.ts'
import { isVisible, membership, person, personName } from './people.ts'

const shortName = (what: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, `Give the ${what} a name.`),
      z.maxLength(60, `The name of a ${what} has up to 60 characters.`),
      z.refine(isVisible, 'A name is made of visible characters.'),
    )
export const workspaceName = shortName('workspace')
export const teamName = shortName('team')

const byWorkspace = z.object({ workspaceId })
const nothing = z.object({})

export const colleague = z.object({ ...person.shape, email: z.nullable(z.string()), role: workspaceRole })
export type Colleague = z.infer<typeof colleague>

export const team = z.object({ teamId, name: z.string(), personIds: z.array(personId) })
export type Team = z.infer<typeof team>

export const openInvitation = z.object({
  invitationId,
  email: z.string(),
  role: workspaceRole,
  invitedBy: z.string(),
  expiresAt: z.number(),
})
export type OpenInvitation = z.infer<typeof openInvitation>

export const openWorkspaceEndpoint = endpoint({
  method: 'GET',
  path: '/api/workspaces/:workspaceId',
  params: byWorkspace,
  body: z.undefined(),
  answer: z.object({
    workspace: membership,
    /** In the order of their names. */
    people: z.array(colleague),
    teams: z.array(team),
    /** Empty for whoever may not invite. */
    invitations: z.array(openInvitation),
  }),
})

/** For owners: another workspace, of which they are the first and the owner. */
export const startWorkspaceEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces',
  params: nothing,
  body: z.strictObject({ name: workspaceName }),
  answer: z.object({ workspaceId }),
})

export const renameWorkspaceEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/name',
  params: byWorkspace,
  body: z.strictObject({ name: workspaceName }),
  answer: nothing,
})

/** The link works once, for seven days. It is told here and nowhere again. */
export const inviteEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/invitations',
  params: byWorkspace,
  body: z.strictObject({ email: mailAddress, role: workspaceRole }),
  answer: z.object({
    invitationId,
    link: z.string(),
    /** `sent`, by mail; `notSent` where no mail is set up; `failed` where the mail server did not take it. */
    mail: z.enum(['sent', 'notSent', 'failed']),
  }),
})

export const withdrawInvitationEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/invitations/:invitationId/withdraw',
  params: z.object({ workspaceId, invitationId }),
  body: z.undefined(),
  answer: nothing,
})

/** What the invited person sees first. */
export const readInvitationEndpoint = endpoint({
  method: 'GET',
  path: '/api/invitations/:key',
  params: z.object({ key: secretKey }),
  body: z.undefined(),
  answer: z.object({
    workspaceName: z.string(),
    invitedBy: z.string(),
    email: z.string(),
    role: workspaceRole,
    /** Somebody has this address already: they sign in, then accept. */
    hasAccount: z.boolean(),
  }),
})

/**
 * Makes a person who can sign in with the invited address, sets the session cookie; or, for whoever is signed in with
 * that address, joins the workspace and lets name and password be.
 */
export const acceptInvitationEndpoint = endpoint({
  method: 'POST',
  path: '/api/invitations/:key/accept',
  params: z.object({ key: secretKey }),
  /** Without a password they come back by a link, or by single sign-on. */
  body: z.strictObject({ name: personName, password: z.nullable(newPassword) }),
  answer: z.object({ person, workspaceId }),
})

const byColleague = z.object({ workspaceId, personId })

export const changeRoleEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/people/:personId/role',
  params: byColleague,
  body: z.strictObject({ role: workspaceRole }),
  answer: nothing,
})

/** What they wrote stays. Oneself can leave this way too. */
export const removeColleagueEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/people/:personId/remove',
  params: byColleague,
  body: z.undefined(),
  answer: nothing,
})

/** For someone who cannot get in any more. The link works once, for a day. */
export const makeSignInLinkEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/people/:personId/sign-in-link',
  params: byColleague,
  body: z.undefined(),
  answer: z.object({ link: z.string() }),
})

export const makeTeamEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/teams',
  params: byWorkspace,
  body: z.strictObject({ name: teamName }),
  answer: z.object({ teamId }),
})

const byTeam = z.object({ workspaceId, teamId })

/** Name and people as they are to be. */
export const changeTeamEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/teams/:teamId',
  params: byTeam,
  body: z.strictObject({ name: teamName, personIds: z.array(personId).check(z.maxLength(500)) }),
  answer: nothing,
})

export const removeTeamEndpoint = endpoint({
  method: 'POST',
  path: '/api/workspaces/:workspaceId/teams/:teamId/remove',
  params: byTeam,
  body: z.undefined(),
  answer: nothing,
})
