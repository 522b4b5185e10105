import type { CookieOptions, Request, Response } from 'express'
import type { Clock } from '../../shared/clock.ts'
import { singleSignOnPath } from '../../shared/wire/signIn.ts'
import { createSeal } from '../createSeal.ts'

/** What must come back from the provider, and where the person was going. */
export type Attempt = { state: string; nonce: string; codeVerifier: string; to: string }

export type AttemptCookie = {
  keep: (request: Request, response: Response, attempt: Attempt) => void
  /** What this browser set out with, once: the cookie is gone afterwards. Null after ten minutes or a restart. */
  take: (request: Request, response: Response) => Attempt | null
}

const COOKIE = 'candor_single_sign_on'
const MOST_MS = 10 * 60_000

/** In the browser, sealed, so that whoever only sets out leaves nothing on the server. */
export function createAttemptCookie(clock: Clock): AttemptCookie {
  const seal = createSeal()
  return {
    keep: (request, response, attempt) => {
      const sealed = seal.close(JSON.stringify({ ...attempt, endsAt: clock() + MOST_MS }))
      response.cookie(COOKIE, sealed, { ...optionsFor(request), maxAge: MOST_MS })
    },
    take: (request, response) => {
      const [, sealed] =
        new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)(?:;|$)`).exec(request.headers.cookie ?? '') ?? []
      response.clearCookie(COOKIE, optionsFor(request))
      const text = sealed === undefined ? null : seal.open(sealed)
      if (text === null) return null
      const { endsAt, ...attempt } = JSON.parse(text) as Attempt & { endsAt: number } // sealed by `keep` alone
      return endsAt > clock() ? attempt : null
    },
  }
}

const optionsFor = (request: Request): CookieOptions => ({
  httpOnly: true,
  // Strict would leave it behind when the provider sends the person back.
  sameSite: 'lax',
  secure: request.secure,
  path: singleSignOnPath,
})
