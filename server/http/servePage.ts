import { join } from 'node:path'
import express, { type Express } from 'express'
import { sendProblem } from './answerEndpoint.ts'

/** Everything that is neither API nor socket is the page: its files, and `index.html` for every address it knows itself. */
export function servePage(app: Express, pageDir: string): void {
  app.use('/api', (_request, response) => sendProblem(response, { reason: 'noSuchAddress' }))
  app.use(
    '/assets',
    // Their names hold a hash of what is in them.
    express.static(join(pageDir, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    (_request, response) => sendProblem(response, { reason: 'noSuchAddress' }),
  )
  app.use(express.static(pageDir, { cacheControl: false, index: false, setHeaders: askAgain }))
  app.get('/{*address}', (_request, response, next) => {
    askAgain(response)
    response.sendFile(join(pageDir, 'index.html'), { cacheControl: false }, (error) => {
      if (!error || response.headersSent) return // sent, or the browser went away
      if ('code' in error && error.code === 'ENOENT') response.status(503).type('html').send(notBuilt)
      else next(error)
    })
  })
  app.use((_request, response) => sendProblem(response, { reason: 'noSuchAddress' }))
}

const askAgain = (response: { setHeader: (name: string, value: string) => unknown }) =>
  response.setHeader('cache-control', 'no-cache')

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Candor</title>
<p>The server runs, but the page has not been built yet. Run <code>npm run build</code>, then reload.</p></html>`
