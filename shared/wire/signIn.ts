import * as z from 'zod/mini'
import { mailAddress, newPassword, secretKey } from '../people/credentials.ts'
import { endpoint } from './endpoint.ts'
import { person, personName } from './people.ts'
import { workspaceName } from './workspaces.ts'

/** Each of these sets the session cookie when it answers with a person. */
const signedIn = z.object({ person })

/** The first to come, by the link that the terminal printed: makes the owner. Works once. */
export const setUpEndpoint = endpoint({
  method: 'POST',
  path: '/api/setup',
  params: z.object({}),
  body: z.strictObject({
    setupKey: secretKey,
    name: personName,
    email: mailAddress,
    password: newPassword,
    workspaceName,
  }),
  answer: signedIn,
})

export const signInEndpoint = endpoint({
  method: 'POST',
  path: '/api/sign-in',
  params: z.object({}),
  body: z.strictObject({ email: mailAddress, password: z.string().check(z.maxLength(200)) }),
  answer: signedIn,
})

/** Answers the same whether somebody has this address or not. */
export const sendSignInLinkEndpoint = endpoint({
  method: 'POST',
  path: '/api/sign-in/mail',
  params: z.object({}),
  body: z.strictObject({ email: mailAddress }),
  answer: z.object({}),
})

/** Uses up the link that came by mail, or from an administrator. A press on the page, since mail programs open links to look at them. */
export const useSignInLinkEndpoint = endpoint({
  method: 'POST',
  path: '/api/sign-in/link',
  params: z.object({}),
  body: z.strictObject({ key: secretKey }),
  answer: signedIn,
})

/** Ends this browser's session. */
export const signOutEndpoint = endpoint({
  method: 'POST',
  path: '/api/sign-out',
  params: z.object({}),
  body: z.undefined(),
  answer: z.object({}),
})

/** Where a browser goes to for single sign-on; `to` is the path to come back to. Not a resource: it answers by redirecting. */
export const singleSignOnPath = '/api/single-sign-on'
export const singleSignOnReturnPath = '/api/single-sign-on/return'
