import type { CookieOptions, Request, Response } from 'express'

const COOKIE = 'candor_session'

/** Browsers keep no cookie longer. */
export const SESSION_MOST_MS = 400 * 24 * 60 * 60 * 1_000

/** Null where there is no cookie of ours, or one we did not write. */
export const sessionTokenIn = (cookies: string | undefined): string | null =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '')?.[1] ?? null

export function setSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(COOKIE, token, { ...optionsFor(request), maxAge: SESSION_MOST_MS })
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(COOKIE, optionsFor(request))
}

const optionsFor = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  // On plain http a browser would drop a secure cookie, and a team tries this out on its own network first.
  secure: request.secure,
})
