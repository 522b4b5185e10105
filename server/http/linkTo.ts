import type { Request } from 'express'

/** The full address of a path, for somebody to open elsewhere. */
export type LinkTo = (request: Request, path: string) => string

/** Under the address people are told to use, or else the one they asked at, which was looked at before (`refuseForeignHost`). */
export const createLinkTo =
  (publicUrl: string | null): LinkTo =>
  (request, path) =>
    `${publicUrl ?? `${request.protocol}://${request.get('host')}`}${path}`
