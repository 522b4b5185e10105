import * as z from 'zod/mini'
import { mailAddress } from '../people/credentials.ts'
import { endpoint } from './endpoint.ts'

/** For the command line on the server's own machine. The link works once, for a day. */
export const makeSignInLinkForEndpoint = endpoint({
  method: 'POST',
  path: '/api/operator/sign-in-link',
  params: z.object({}),
  body: z.strictObject({ email: mailAddress }),
  answer: z.object({ link: z.string() }),
})
