import type { Express, Request } from 'express'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { OwnAddress } from '../http/ownAddress.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import type { Metrics } from './metrics.ts'

type MetricsDependencies = { metrics: Metrics; principalOf: PrincipalOf; ownAddress: OwnAddress }

/** For Prometheus on this machine, or elsewhere with the operator key. For anybody else there is nothing here. */
export function metricsRoute(
  app: Express,
  { metrics: { registry }, principalOf, ownAddress }: MetricsDependencies,
): void {
  app.get('/metrics', async (request, response) => {
    // A page under a foreign name comes from a browser of this machine too.
    const isNeighbour = isFromThisMachine(request) && ownAddress.isOwnHost(request.headers)
    const mayRead = isNeighbour || principalOf(request.headers)?.as === 'operator'
    if (!mayRead) return sendProblem(response, { reason: 'noSuchAddress' })
    response.set({ 'content-type': registry.contentType, 'cache-control': 'no-store' })
    response.send(await registry.metrics())
  })
}

/** What a proxy on this machine passes on comes from this machine too, but says for whom. */
const forwardedFor = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

const isFromThisMachine = ({ socket, headers }: Request): boolean =>
  /^(::1|(::ffff:)?127\.[\d.]+)$/.test(socket.remoteAddress ?? '') &&
  forwardedFor.every((name) => headers[name] === undefined)
