import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { ok, refuse } from '../../shared/result.ts'
import { makeSignInLinkForEndpoint } from '../../shared/wire/operator.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import { makeSignInLinkFor } from './makeSignInLink.ts'

type OperatorDependencies = { database: DatabaseSync; clock: Clock; linkTo: LinkTo }

/** For the command line, and nothing at all for everybody else. */
export function operatorRoutes(answer: AnswerEndpoint, dependencies: OperatorDependencies): void {
  answer(makeSignInLinkForEndpoint, ({ principal, body: { email }, request }) => {
    if (principal?.as !== 'operator') return refuse({ reason: 'noSuchAddress' })
    const path = makeSignInLinkFor(dependencies, email)
    return path.ok ? ok({ link: dependencies.linkTo(request, path.value) }) : path
  })
}
