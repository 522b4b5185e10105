import * as z from 'zod/mini'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Endpoint } from '../../shared/wire/endpoint.ts'
import { type Problem, problem } from '../../shared/wire/problem.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'

const MOST_WAIT_MS = 20_000

/** Said when no answer came. It promises nothing about the server: the request may have arrived. */
export const notReached: Problem = {
  reason: 'notReached',
  sentence:
    'Candor’s server did not answer. Everything on this page stays as it is. Check the connection and try again.',
}

const notUnderstood = (what: string): Problem => ({
  reason: 'notUnderstood',
  sentence: `The server answered in a way this page does not understand (${what}). Reload the page and try again.`,
})

export type ApiRequest<Params extends z.ZodMiniType, Body extends z.ZodMiniType> = {
  params: z.input<Params>
  headers?: Record<string, string>
  /** Calls it off. The answer is then that none came. */
  signal?: AbortSignal
  mostWaitMs?: number
} & (undefined extends z.input<Body> ? { body?: undefined } : { body: z.input<Body> })

/** Asks the server. Every failure, a dead network too, comes back as a named problem with a sentence; it never throws. */
export async function callApi<
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(
  { method, path, answer }: Endpoint<Params, Body, Answer>,
  { params, body, headers, signal, mostWaitMs = MOST_WAIT_MS }: ApiRequest<Params, Body>,
): Promise<Result<z.output<Answer>, Problem>> {
  let response: Response
  let text: string
  try {
    response = await fetch(pathWith(path, params), {
      method,
      headers: {
        'x-candor-protocol': String(PROTOCOL_VERSION),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([AbortSignal.timeout(mostWaitMs), ...(signal ? [signal] : [])]),
    })
    text = await response.text()
  } catch {
    return refuse(notReached)
  }
  const said = jsonOf(text)
  if (!response.ok) {
    const named = problem.safeParse(said)
    if (named.success) return refuse(named.data)
    return refuse(isFromProxy(response.status) ? notReached : notUnderstood(`status ${response.status}`))
  }
  const parsed = answer.safeParse(said)
  return parsed.success ? ok(parsed.data) : refuse(notUnderstood('another version'))
}

/** What stands in front of the server says so while the server itself is restarting. */
const isFromProxy = (status: number) => status >= 502 && status <= 504

/** Fills `:segments` of a path from the request's params. */
function pathWith(path: string, params: unknown): string {
  const values = new Map(Object.entries(z.record(z.string(), z.string()).parse(params)))
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
}

/** Undefined for what is not JSON: a proxy's error page, a cut-off answer. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
