import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ProblemReason, Refused } from './problems.ts'

/** What no page of ours asks for as it should be; so is everything that was not of the expected shape. */
const worthALook: readonly ProblemReason[] = ['malformedRequest', 'foreignOrigin', 'tooLarge', 'oldProtocol']

/** One line for each request: never a body, a name or a key. Of malformed input only the paths at fault. */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now()
    const path = withoutKeys(request.path) // as it came in: routers shorten it on the way
    response.once('close', () => {
      const refused: Refused | undefined = response.locals.refused
      const line = {
        method: request.method,
        path,
        status: response.statusCode,
        tookMs: Math.round(performance.now() - startedAt),
        ...(refused && { reason: refused.reason }),
        ...(refused?.details && { at: refused.details.slice(0, 10).map(({ path }) => path.slice(0, 80)) }),
      }
      if (refused && (refused.details || worthALook.includes(refused.reason))) logger.warn(line, 'request')
      else logger[path === '/healthz' ? 'debug' : 'info'](line, 'request')
    })
    next()
  }

const withoutKeys = (path: string): string => path.replace(/^\/stage\/.*/, '/stage/…').slice(0, 200)
