import { METHODS } from 'node:http'
import express from 'express'
import { onTestFinished } from 'vitest'

/**
 * Every route of an app that is made from now on, like `GET /api/me`, in the order they are put up. An app copies these
 * functions when it is made, so this comes before the server starts.
 */
export function recordRoutes(): string[] {
  const routes: string[] = []
  // Express types its methods one by one; here they are all alike.
  const methods = express.application as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const verb of [...METHODS.map((method) => method.toLowerCase()), 'all']) {
    const original = methods[verb]
    if (!original) continue
    methods[verb] = function (this: unknown, path: unknown, ...handlers: unknown[]) {
      // `app.get('env')` reads a setting.
      if (handlers.length > 0) routes.push(`${verb.toUpperCase()} ${String(path)}`)
      return original.call(this, path, ...handlers)
    }
    onTestFinished(() => {
      methods[verb] = original
    })
  }
  return routes
}
