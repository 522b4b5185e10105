import * as z from 'zod/mini'
import { sessionId } from '../ids.ts'
import { newPassword } from '../people/credentials.ts'
import { endpoint } from './endpoint.ts'

export const accountSession = z.object({
  sessionId,
  startedAt: z.number(),
  /** To within a minute. */
  lastSeenAt: z.number(),
  /** As the browser described itself, in a few words; empty if it did not. */
  browser: z.string(),
  isThis: z.boolean(),
})
export type AccountSession = z.infer<typeof accountSession>

export const readAccountEndpoint = endpoint({
  method: 'GET',
  path: '/api/account',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({
    /** Null for a guest. */
    email: z.nullable(z.string()),
    hasPassword: z.boolean(),
    /** The one last seen first. */
    sessions: z.array(accountSession),
  }),
})

/** Every other session of this person ends with it. */
export const changePasswordEndpoint = endpoint({
  method: 'POST',
  path: '/api/account/password',
  params: z.object({}),
  /** `current` is null for someone who has none yet. */
  body: z.strictObject({ current: z.nullable(z.string().check(z.maxLength(200))), next: newPassword }),
  answer: z.object({}),
})

export const endSessionEndpoint = endpoint({
  method: 'POST',
  path: '/api/account/sessions/:sessionId/end',
  params: z.object({ sessionId }),
  body: z.undefined(),
  answer: z.object({}),
})

/** All but the one that asks. */
export const endOtherSessionsEndpoint = endpoint({
  method: 'POST',
  path: '/api/account/end-other-sessions',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({}),
})
