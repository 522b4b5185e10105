import type { ClientAuth, Configuration } from 'openid-client'
import { singleSignOnReturnPath } from '../../shared/wire/signIn.ts'
import type { Attempt } from './attemptCookie.ts'
import type { SingleSignOnSettings } from './singleSignOnSettingsIn.ts'

/** What the provider says of somebody; `email` is no more than a claim where it has not been verified. */
export type Claims = {
  issuer: string
  subject: string
  email: unknown
  isEmailVerified: boolean
  /** The best first. */
  names: unknown[]
}

export type Provider = {
  setOut: (to: string) => Promise<{ address: URL; attempt: Attempt }>
  /** Who came back with this path and query; fails where anything about it is not as it was sent out. */
  comeBack: (pathAndQuery: string, attempt: Attempt) => Promise<Claims>
}

const MOST_WAIT_SECONDS = 10
const MOST_CLOCK_SKEW_SECONDS = 30

/** Loaded when somebody first needs it: most servers have no provider. */
type OpenId = typeof import('openid-client')
type Found = { openid: OpenId; config: Configuration }

/** The provider is asked about itself when somebody first needs it, and again until it has answered once. */
export function createProvider(settings: SingleSignOnSettings, publicUrl: string): Provider {
  let found: Promise<Found> | null = null
  const find = async () => {
    found ??= discover(settings)
    try {
      return await found
    } catch (error) {
      found = null
      throw error
    }
  }
  return {
    setOut: async (to) => {
      const { openid, config } = await find()
      const [state, nonce] = [openid.randomState(), openid.randomNonce()]
      const codeVerifier = openid.randomPKCECodeVerifier()
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: publicUrl + singleSignOnReturnPath,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
      return { address, attempt: { state, nonce, codeVerifier, to } }
    },
    comeBack: async (pathAndQuery, { state, nonce, codeVerifier }) => {
      const { openid, config } = await find()
      const tokens = await openid.authorizationCodeGrant(config, new URL(publicUrl + pathAndQuery), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      })
      const idToken = tokens.claims()
      if (!idToken) throw new Error('The provider sent no ID token.')
      // Many tell the address only here. Address and whether it is verified are taken from one and the same place.
      const profile =
        idToken.email === undefined && config.serverMetadata().userinfo_endpoint
          ? await openid.fetchUserInfo(config, tokens.access_token, idToken.sub)
          : idToken
      return {
        issuer: idToken.iss,
        subject: idToken.sub,
        email: profile.email,
        isEmailVerified: profile.email_verified === true,
        names: [profile.name, profile.given_name, profile.nickname, profile.preferred_username],
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: SingleSignOnSettings): Promise<Found> {
  const openid = await import('openid-client')
  const address = new URL(issuer)
  const metadata = { [openid.clockTolerance]: MOST_CLOCK_SKEW_SECONDS }
  const config = await openid.discovery(address, clientId, metadata, clientAuth(openid, clientSecret), {
    timeout: MOST_WAIT_SECONDS,
    // The settings take http for this machine alone.
    execute: address.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
  })
  return { openid, config }
}

/** In the header, as the standard has it where nothing was agreed; in the body for a provider that names only this one. */
const clientAuth =
  ({ ClientSecretBasic, ClientSecretPost }: OpenId, secret: string): ClientAuth =>
  (server, ...rest) => {
    const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const isByHeader = offered.includes('client_secret_basic') || !offered.includes('client_secret_post')
    const authenticate = isByHeader ? ClientSecretBasic(secret) : ClientSecretPost(secret)
    return authenticate(server, ...rest)
  }
