import * as z from 'zod/mini'
import { personId, postmortemId, workspaceId } from '../ids.ts'
import { workspaceRole } from '../people/workspaceRoles.ts'
import { endpoint } from './endpoint.ts'

/** Control characters, direction marks and letters that show nothing let one name pass for another, or for none. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/u
export const isVisible = (name: string): boolean => !invisible.test(name)

export const personName = z.string().check(
  z.trim(),
  z.minLength(1, 'Say a name.'),
  z.maxLength(60, 'A name has up to 60 characters.'),
  z.refine((name) => isVisible(name), 'A name is made of visible characters.'),
)

export const person = z.object({ personId, name: z.string() })
export type Person = z.infer<typeof person>

export const membership = z.object({ workspaceId, name: z.string(), role: workspaceRole })
export type Membership = z.infer<typeof membership>

/** A guest of one meeting: waiting to be let in, in, or no longer. */
export const guestVisit = z.object({
  postmortemId,
  state: z.enum(['waiting', 'admitted', 'over']),
  expiresAt: z.number(),
})
export type GuestVisit = z.infer<typeof guestVisit>

/** How someone can come into this Candor. */
export const waysIn = z.object({
  /** False until someone has opened the link that the terminal printed. */
  hasOwner: z.boolean(),
  /** Whether it can send a link by e-mail. */
  byMail: z.boolean(),
  /** What the company's single sign-on is called; null without one. */
  bySingleSignOn: z.nullable(z.string()),
})
export type WaysIn = z.infer<typeof waysIn>

export const whoAmIEndpoint = endpoint({
  method: 'GET',
  path: '/api/me',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({
    person: z.nullable(person),
    /** In the order of their names; none for a guest. */
    workspaces: z.array(membership),
    visits: z.array(guestVisit),
    waysIn,
  }),
})
export type WhoAmI = z.infer<typeof whoAmIEndpoint.answer>

/** Someone goes by another name from now on. */
export const changeNameEndpoint = endpoint({
  method: 'POST',
  path: '/api/me',
  params: z.object({}),
  body: z.strictObject({ name: personName }),
  answer: z.object({ person }),
})
