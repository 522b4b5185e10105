import type * as z from 'zod/mini'
import { ok, type Result, refuse } from '../../shared/result.ts'
import type { Endpoint } from '../../shared/wire/endpoint.ts'
import { type Problem, problem } from '../../shared/wire/problem.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { ServerToAsk } from './holderOf.ts'

const MOST_WAIT_MS = 20_000

/** Asks the running server as the operator. */
export async function askServer<Body extends z.ZodMiniType, Answer extends z.ZodMiniType>(
  { address, operatorKey }: ServerToAsk,
  { method, path, answer }: Endpoint<z.ZodMiniType, Body, Answer>,
  body: z.input<Body>,
): Promise<Result<z.output<Answer>, Pick<Problem, 'sentence' | 'details'>>> {
  try {
    const response = await fetch(address + path, {
      method,
      headers: {
        authorization: `Operator ${operatorKey}`,
        'content-type': 'application/json',
        'x-candor-protocol': String(PROTOCOL_VERSION),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(MOST_WAIT_MS),
    })
    const said: unknown = await response.json()
    return response.ok ? ok(answer.parse(said)) : refuse(problem.parse(said))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse({ sentence: `${address} gave no answer that can be read (${why})` })
  }
}
