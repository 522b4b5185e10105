import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Configuration, Provider } from 'oidc-provider'
import { onTestFinished, vi } from 'vitest'

/** What the provider says of somebody, by the subject it knows them under. */
export type Claims = { email?: string; email_verified?: unknown; name?: string }

export type IdentityProvider = {
  issuer: string
  variables: Record<string, string>
  people: Map<string, Claims>
  /** Where the client’s secret stood each time. */
  secretsIn: ('header' | 'body')[]
  /** Who sits at the browser. */
  signsIn: (subject: string, claims?: Claims) => void
  close: () => Promise<void>
}

const CLIENT_ID = 'candor'
const CLIENT_SECRET = 'known to Candor & the provider only'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signingKey = privateKey.export({ format: 'jwk' })

/** A real OpenID provider. Whoever is to sign in does so, and consents, as soon as they are asked. */
export async function startIdentityProvider({
  returnAddress,
  port = 0,
  configuration = {},
}: {
  returnAddress: string
  port?: number
  configuration?: Configuration
}): Promise<IdentityProvider> {
  const people = new Map<string, Claims>()
  const secretsIn: IdentityProvider['secretsIn'] = []
  let atTheBrowser = ''
  const answer = { now: (_request: IncomingMessage, _response: ServerResponse): void => {} }
  const server = createServer((request, response) => answer.now(request, response))
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const address = server.address() as AddressInfo // it listens on a port
  const issuer = `http://127.0.0.1:${address.port}`
  const hush = vi.spyOn(console, 'warn').mockImplementation(() => {}) // it keeps things in memory, and says so
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [returnAddress] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key for the tests'] },
    jwks: { keys: [{ ...signingKey, use: 'sig', alg: 'RS256' }] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...people.get(subject) }),
    }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    ...configuration,
  })
  hush.mockRestore()
  const callback = provider.callback()
  answer.now = (request, response) => {
    if (request.url === '/token') secretsIn.push(request.headers.authorization ? 'header' : 'body')
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
    void interact(provider, request, response, atTheBrowser)
  }
  const close = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((closed) => server.close(closed))
  }
  onTestFinished(close)
  return {
    issuer,
    variables: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET },
    people,
    secretsIn,
    signsIn: (subject, claims) => {
      atTheBrowser = subject
      if (claims) people.set(subject, claims)
    },
    close,
  }
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  accountId: string,
): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response)
  if (accountId === '') {
    const denied = { error: 'access_denied', error_description: 'They went away' }
    return provider.interactionFinished(request, response, denied)
  }
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId, remember: false } })
  const grant = new provider.Grant({ accountId, clientId: String(params.client_id) })
  grant.addOIDCScope(String(params.scope))
  const consent = { grantId: await grant.save() }
  await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
}
