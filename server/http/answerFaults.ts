import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isStorageTrouble } from '../storage/storageTrouble.ts'
import { sendProblem } from './answerEndpoint.ts'

/** What nobody answered for. A body that could not be read is the sender's; anything else is ours and told in full to the log only. */
export const answerFaults =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    const status = statusIn(error)
    if (status === undefined || status >= 500)
      logger.error({ err: error, requestId: response.locals.requestId }, 'a request failed')
    if (response.headersSent) return next(error) // Express hangs up on the rest
    if (status === 413) return sendProblem(response, { reason: 'tooLarge', details: sizeAllowed(error) })
    if (status === 404) return sendProblem(response, { reason: 'noSuchAddress' })
    if (isStorageTrouble(error)) return sendProblem(response, { reason: 'notStorable', retryAfterSeconds: 5 })
    sendProblem(response, {
      reason: status !== undefined && status < 500 ? 'malformedRequest' : 'serverFault',
    })
  }

/** Express and its parsers put the status that fits on the error. */
function statusIn(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}

/** The body parser puts the limit that was exceeded on the error. */
function sizeAllowed(error: unknown) {
  const limit = typeof error === 'object' && error !== null && 'limit' in error ? Number(error.limit) : 0
  return [{ path: 'body', problem: `may have up to ${Math.floor(limit / 1_024)} kB` }]
}
