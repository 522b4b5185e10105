import type { Express } from 'express'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { Readiness } from './readiness.ts'

/** `/healthz`: the process lives; restart it if not. `/readyz`: people can be sent here; if not, the reasons by name. */
export function healthRoutes(app: Express, readiness: Readiness): void {
  app.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ ok: true, protocol: PROTOCOL_VERSION })
  })
  app.get('/readyz', (_request, response) => {
    const reasons = readiness.notReady()
    response
      .set('cache-control', 'no-store')
      .status(reasons.length === 0 ? 200 : 503)
      .json({ ready: reasons.length === 0, reasons })
  })
}
