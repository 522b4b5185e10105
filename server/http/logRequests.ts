import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { runCommandEndpoint } from '../../shared/wire/commandRequest.ts'
import type { Metrics } from '../operating/metrics.ts'
import { newRequestId } from '../operating/requestId.ts'
import type { ProblemReason, Refused } from './problems.ts'

/** What no page of ours asks for as it should be; so is everything that was not of the expected shape. */
const worthALook: readonly ProblemReason[] = [
  'malformedRequest',
  'foreignOrigin',
  'foreignHost',
  'tooLarge',
  'oldProtocol',
]

/** Names each request, and writes one line for it: never a body, a name or a key. Of malformed input only the paths at fault. */
export const logRequests =
  (logger: Logger, metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now()
    const requestId = newRequestId()
    response.locals.requestId = requestId
    response.setHeader('x-request-id', requestId)
    const path = withoutKeys(request.path) // as it came in: routers shorten it on the way
    response.once('close', () => {
      const refused: Refused | undefined = response.locals.refused
      const tookMs = performance.now() - startedAt
      const route = routeOf(request, path)
      metrics.httpAnswered({
        method: request.method,
        route,
        status: response.statusCode,
        seconds: tookMs / 1_000,
      })
      if (refused) metrics.refused(route === runCommandEndpoint.path ? 'command' : 'http', refused.reason)
      const line = {
        requestId,
        method: request.method,
        path,
        status: response.statusCode,
        tookMs: Math.round(tookMs),
        ...(refused && { reason: refused.reason }),
        ...(refused?.details && { at: refused.details.slice(0, 10).map(({ path }) => path.slice(0, 80)) }),
      }
      if (refused && (refused.details || worthALook.includes(refused.reason))) logger.warn(line, 'request')
      else logger[askedByMachines.has(path) ? 'debug' : 'info'](line, 'request')
    })
    next()
  }

const askedByMachines: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

/** The pattern, never the path: one line in the metrics for all postmortems. */
const routeOf = ({ route }: Request, path: string): string =>
  typeof route?.path === 'string' ? route.path : path.startsWith('/api') ? '/api' : '/'

/** Whatever comes after these is a key, or begins with one. */
const beforeKeys = /^((?:\/api)?\/(?:stage|setup|sign-in|invitation|invitations|guest|guest-links)\/).*/

const withoutKeys = (path: string): string => path.replace(beforeKeys, '$1…').slice(0, 200)
