import * as z from 'zod/mini'
import { guestLinkId, personId, postmortemId, teamId } from '../ids.ts'
import { secretKey } from '../people/credentials.ts'
import { endpoint } from './endpoint.ts'
import { guestVisit, person, personName } from './people.ts'

const byPostmortem = z.object({ postmortemId })
const nothing = z.object({})

export const guestRoles = ['participant', 'commenter', 'observer'] as const
export const guestRole = z.enum(guestRoles)
export type GuestRole = z.infer<typeof guestRole>

export const audience = z.object({
  /** False: the whole workspace reads it. */
  isRestricted: z.boolean(),
  personIds: z.array(personId),
  teamIds: z.array(teamId),
})
export type Audience = z.infer<typeof audience>

export const guestLink = z.object({
  guestLinkId,
  role: guestRole,
  expiresAt: z.number(),
  /** Whoever comes by it waits until someone lets them in. Always so for a restricted postmortem. */
  hasLobby: z.boolean(),
  madeBy: z.string(),
})
export type GuestLink = z.infer<typeof guestLink>

export const guest = z.object({
  ...person.shape,
  role: guestRole,
  state: guestVisit.shape.state,
  expiresAt: z.number(),
})
export type Guest = z.infer<typeof guest>

/** Who may read this postmortem and who is at its door. For whoever may read it; links and guests for whoever may change them. */
export const readAccessEndpoint = endpoint({
  method: 'GET',
  path: '/api/postmortems/:postmortemId/access',
  params: byPostmortem,
  body: z.undefined(),
  answer: z.object({
    audience,
    mayChange: z.boolean(),
    /** Whom an audience can be made of: the workspace, for whoever may change it. */
    people: z.array(person),
    teams: z.array(z.object({ teamId, name: z.string() })),
    guestLinks: z.array(guestLink),
    /** Those waiting first. */
    guests: z.array(guest),
    /** Keys to the shared screen that still work. */
    sharedScreens: z.number(),
  }),
})

/** Whoever changes it stays in it. Everyone it leaves out is gone within two seconds. */
export const changeAudienceEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/audience',
  params: byPostmortem,
  body: z.strictObject({
    isRestricted: z.boolean(),
    personIds: z.array(personId).check(z.maxLength(500)),
    teamIds: z.array(teamId).check(z.maxLength(100)),
  }),
  answer: nothing,
})

export const MOST_GUEST_HOURS = 30 * 24

/** The link is told here and nowhere again. */
export const makeGuestLinkEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/guest-links',
  params: byPostmortem,
  body: z.strictObject({
    role: guestRole,
    hours: z.int().check(z.minimum(1), z.maximum(MOST_GUEST_HOURS)),
    hasLobby: z.boolean(),
  }),
  answer: z.object({ guestLinkId, link: z.string() }),
})

/** Everybody who came by it goes. */
export const revokeGuestLinkEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/guest-links/:guestLinkId/revoke',
  params: z.object({ postmortemId, guestLinkId }),
  body: z.undefined(),
  answer: nothing,
})

const byGuest = z.object({ postmortemId, personId })

export const admitGuestEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/guests/:personId/admit',
  params: byGuest,
  body: z.undefined(),
  answer: nothing,
})

/** Not let in, or asked to leave. The link lets the same person in no more. */
export const revokeGuestEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/guests/:personId/revoke',
  params: byGuest,
  body: z.undefined(),
  answer: nothing,
})

/** Every shared screen of this postmortem goes dark. */
export const closeSharedScreensEndpoint = endpoint({
  method: 'POST',
  path: '/api/postmortems/:postmortemId/stage/close',
  params: byPostmortem,
  body: z.undefined(),
  answer: nothing,
})

/** What a guest sees first: nothing of the incident. */
export const readGuestLinkEndpoint = endpoint({
  method: 'GET',
  path: '/api/guest-links/:key',
  params: z.object({ key: secretKey }),
  body: z.undefined(),
  answer: z.object({
    invitedBy: z.string(),
    workspaceName: z.string(),
    role: guestRole,
    hasLobby: z.boolean(),
    expiresAt: z.number(),
  }),
})

/** Sets the session cookie for someone who has none. Whoever is signed in comes as themselves, whatever name is said. */
export const enterAsGuestEndpoint = endpoint({
  method: 'POST',
  path: '/api/guest-links/:key/enter',
  params: z.object({ key: secretKey }),
  body: z.strictObject({ name: personName }),
  answer: z.object({
    person,
    postmortemId,
    /** `admitted` for whoever may read it anyway. */
    state: guestVisit.shape.state,
  }),
})
