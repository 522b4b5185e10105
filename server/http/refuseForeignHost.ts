import type { RequestHandler } from 'express'
import { sendProblem } from './answerEndpoint.ts'
import type { OwnAddress } from './ownAddress.ts'

/** A page that was reached under a foreign name gets nothing, not even our own page. */
export const refuseForeignHost =
  (ownAddress: OwnAddress): RequestHandler =>
  ({ headers }, response, next) => {
    if (ownAddress.isOwnHost(headers)) next()
    else sendProblem(response, { reason: 'foreignHost' })
  }
