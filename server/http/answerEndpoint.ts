import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import type * as z from 'zod/mini'
import { problemInWords } from '../../shared/problemInWords.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Endpoint } from '../../shared/wire/endpoint.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { Principal } from '../people/principal.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { problemOf, type Refused, statusOf } from './problems.ts'

type Asked<Params extends z.ZodMiniType, Body extends z.ZodMiniType> = {
  params: z.output<Params>
  body: z.output<Body>
  principal: Principal | null
  request: Request
  response: Response
}

const USUAL_BODY_BYTES = 64 * 1024

export type AnswerEndpoint = <
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(
  endpoint: Endpoint<Params, Body, Answer>,
  work: (asked: Asked<Params, Body>) => Result<z.input<Answer>, Refused>,
  limits?: { mostBodyBytes: number },
) => void

/** Puts one HTTP resource at its door: everything from outside is parsed here, and `work` sees only what passed. */
export const createAnswerEndpoint =
  (app: Express, principalOf: PrincipalOf): AnswerEndpoint =>
  ({ method, path, params, body }, work, { mostBodyBytes } = { mostBodyBytes: USUAL_BODY_BYTES }) => {
    const respond: RequestHandler = (request, response) => {
      const askedParams = params.safeParse(request.params, { error: problemInWords })
      // An address cut off or run into the next word is, to the person who follows it, a meeting that is not there.
      if (!askedParams.success) {
        return sendProblem(response, { reason: 'noSuchMeeting', details: detailsOf(askedParams.error) })
      }
      const askedBody = bodyOf(body, method === 'GET' ? undefined : request.body)
      if (!askedBody.ok) return sendProblem(response, askedBody.problem)
      const principal = principalOf(request.headers)
      const asked = { params: askedParams.data, body: askedBody.value, principal, request, response }
      const answer = work(asked)
      if (answer.ok) response.json(answer.value)
      else sendProblem(response, answer.problem)
    }
    if (method === 'GET') app.get(path, respond)
    else
      app.post(path, refuseForeignOrigin, refuseOldProtocol, express.json({ limit: mostBodyBytes }), respond)
  }

function bodyOf<Body extends z.ZodMiniType>(schema: Body, sent: unknown): Result<z.output<Body>, Refused> {
  const parsed = schema.safeParse(sent, { error: problemInWords })
  if (parsed.success) return ok(parsed.data)
  return refuse({ reason: 'malformedRequest', details: detailsOf(parsed.error) })
}

const detailsOf = ({ issues }: z.core.$ZodError) =>
  issues.map(({ path, message }) => ({ path: path.join('.') || 'body', problem: message }))

/** A cookie goes along with what any site posts here; the site's own address goes along too. */
export const refuseForeignOrigin: RequestHandler = ({ headers }, response, next) => {
  if (isSameOrigin(headers)) next()
  else sendProblem(response, { reason: 'foreignOrigin' })
}

function isSameOrigin({ origin, host }: Request['headers']): boolean {
  if (origin === undefined) return true // a program, or a browser too old to say
  return URL.canParse(origin) && new URL(origin).host === host
}

const refuseOldProtocol: RequestHandler = (request, response, next) => {
  const spoken = request.get('x-candor-protocol')
  if (spoken === undefined || spoken === String(PROTOCOL_VERSION)) next()
  else sendProblem(response, { reason: 'oldProtocol' })
}

export function sendProblem(response: Response, refused: Refused): void {
  // The request's one line in the log is written when the answer is sent, and says why it was a no.
  response.locals.refused = refused
  response.status(statusOf(refused.reason)).json(problemOf(refused))
}
