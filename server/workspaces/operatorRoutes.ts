import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../shared/clock.ts'
import { ok, refuse } from '../../shared/result.ts'
import { makeSignInLinkForEndpoint } from '../../shared/wire/operator.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import { accountWithEmail } from '../people/accountRows.ts'
import { makeSignInLink } from './makeSignInLink.ts'

type OperatorDependencies = { database: DatabaseSync; clock: Clock; linkTo: LinkTo }

/** For the command line, and nothing at all for everybody else. */
export function operatorRoutes(answer: AnswerEndpoint, dependencies: OperatorDependencies): void {
  const { database, linkTo } = dependencies

  answer(makeSignInLinkForEndpoint, ({ principal, body: { email }, request }) => {
    if (principal?.as !== 'operator') return refuse({ reason: 'noSuchAddress' })
    const account = accountWithEmail(database, email)
    if (!account) return refuse({ reason: 'noSuchAccount' })
    return ok({ link: linkTo(request, makeSignInLink(dependencies, account.person, null)) })
  })
}
