import type { Express, Request } from 'express'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import type { Metrics } from './metrics.ts'

/** For Prometheus on this machine, or elsewhere with the operator key. For anybody else there is nothing here. */
export function metricsRoute(app: Express, { registry }: Metrics, principalOf: PrincipalOf): void {
  app.get('/metrics', async (request, response) => {
    const mayRead = isFromThisMachine(request) || principalOf(request.headers)?.as === 'operator'
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
