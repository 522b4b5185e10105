import type { DatabaseSync } from 'node:sqlite'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import type * as z from 'zod/mini'
import { problemInWords } from '../../shared/problemInWords.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Endpoint } from '../../shared/wire/endpoint.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { Limits } from '../limits.ts'
import type { Principal } from '../people/principal.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { whenFree } from '../storage/whenFree.ts'
import type { AddressOf } from './addressOf.ts'
import { limitAttempts } from './limitAttempts.ts'
import type { OwnAddress } from './ownAddress.ts'
import { problemOf, type Refused, statusOf } from './problems.ts'

type Asked<Params extends z.ZodMiniType, Body extends z.ZodMiniType> = {
  params: z.output<Params>
  body: z.output<Body>
  principal: Principal | null
  request: Request
  response: Response
}

export type AnswerEndpoint = <
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Answer extends z.ZodMiniType,
>(
  endpoint: Endpoint<Params, Body, Answer>,
  work: (asked: Asked<Params, Body>) => Answered<Answer> | Promise<Answered<Answer>>,
  limits?: { mostBodyBytes: number },
) => void

type Answered<Answer extends z.ZodMiniType> = Result<z.input<Answer>, Refused>

type Door = {
  database: DatabaseSync
  principalOf: PrincipalOf
  addressOf: AddressOf
  ownAddress: OwnAddress
  limits: Limits
}

/** Puts one HTTP resource at its door: everything from outside is parsed here, and `work` sees only what passed. */
export function createAnswerEndpoint(
  app: Express,
  { database, principalOf, addressOf, ownAddress, limits }: Door,
): AnswerEndpoint {
  const countStranger = limitAttempts({ most: limits.strangersRequestsPerMinute, perSeconds: 60 })
  return ({ method, path, params, body }, work, { mostBodyBytes } = { mostBodyBytes: limits.bodyBytes }) => {
    const parseBody = express.json({ limit: mostBodyBytes })
    const respond: RequestHandler = async (request, response) => {
      const askedParams = params.safeParse(request.params, { error: problemInWords })
      // An address cut off or run into the next word is, to the person who follows it, a meeting that is not there.
      if (!askedParams.success) {
        return sendProblem(response, { reason: 'noSuchMeeting', details: detailsOf(askedParams.error) })
      }
      const principal = principalOf(request.headers)
      const tooMany = principal === null ? await countStranger(addressOf(request)) : null
      if (tooMany) return sendProblem(response, tooMany)
      if (principal === null && Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) {
        response.set('connection', 'close') // a stranger's megabytes are not even let run out
        return sendProblem(response, { reason: 'tooLarge' })
      }
      if (method !== 'GET') await parsed(parseBody, request, response)
      const askedBody = bodyOf(body, method === 'GET' ? undefined : request.body)
      if (!askedBody.ok) return sendProblem(response, askedBody.problem)
      const asked = { params: askedParams.data, body: askedBody.value, principal, request, response }
      const answer = await whenFree(database, () => work(asked))
      if (answer.ok) response.json(answer.value)
      else sendProblem(response, answer.problem)
    }
    if (method === 'GET') app.get(path, respond)
    else app.post(path, refuseForeignPage(ownAddress), refuseOldProtocol, respond)
  }
}

/** Only once it is known who asks: a stranger's three megabytes are not worth reading. */
const parsed = (parse: RequestHandler, request: Request, response: Response) =>
  new Promise<void>((done, failed) => {
    parse(request, response, (error?: unknown) => (error ? failed(error) : done()))
  })

function bodyOf<Body extends z.ZodMiniType>(schema: Body, sent: unknown): Result<z.output<Body>, Refused> {
  const parsed = schema.safeParse(sent, { error: problemInWords })
  if (parsed.success) return ok(parsed.data)
  return refuse({ reason: 'malformedRequest', details: detailsOf(parsed.error) })
}

const detailsOf = ({ issues }: z.core.$ZodError) =>
  issues.map(({ path, message }) => ({ path: path.join('.') || 'body', problem: message }))

/** A cookie goes along with what any site posts here; the site's own address goes along too. */
export const refuseForeignPage =
  (ownAddress: OwnAddress): RequestHandler =>
  ({ headers }, response, next) => {
    if (ownAddress.isOwnPage(headers)) next()
    else sendProblem(response, { reason: 'foreignOrigin' })
  }

const refuseOldProtocol: RequestHandler = (request, response, next) => {
  const spoken = request.get('x-candor-protocol')
  if (spoken === undefined || spoken === String(PROTOCOL_VERSION)) next()
  else sendProblem(response, { reason: 'oldProtocol' })
}

export function sendProblem(response: Response, refused: Refused): void {
  // The request's one line in the log is written when the answer is sent, and says why it was a no.
  response.locals.refused = refused
  if (refused.retryAfterSeconds) response.set('retry-after', String(refused.retryAfterSeconds))
  response.status(statusOf(refused.reason)).json(problemOf(refused, response.locals.requestId))
}
