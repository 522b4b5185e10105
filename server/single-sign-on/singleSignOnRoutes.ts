import type { Express } from 'express'
import type { Logger } from 'pino'
import { singleSignOnPath, singleSignOnReturnPath } from '../../shared/wire/signIn.ts'
import type { AddressOf } from '../http/addressOf.ts'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { beginSession } from '../people/beginSession.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { type AdmitDependencies, admitByClaims } from './admitByClaims.ts'
import { createAttemptCookie } from './attemptCookie.ts'
import type { Provider } from './createProvider.ts'
import { ownPath } from './ownPath.ts'

type SingleSignOnDependencies = Omit<AdmitDependencies, 'newId'> & {
  newId: typeof newId
  provider: Provider
  addressOf: AddressOf
  countRequest: CountAttempt
  logger: Logger
}

const failedPage = '/?signIn=singleSignOnFailed'
const noAccountPage = '/?signIn=noAccount'

/** Two steps of a browser, and so no resources of `shared/wire`: to the provider, and back from it. */
export function singleSignOnRoutes(app: Express, dependencies: SingleSignOnDependencies): void {
  const { database, clock, provider, addressOf, countRequest, logger } = dependencies
  const cookie = createAttemptCookie(clock)

  app.get(singleSignOnPath, async (request, response) => {
    const tooMany = await countRequest(addressOf(request))
    if (tooMany) return sendProblem(response, tooMany)
    try {
      const { address, attempt } = await provider.setOut(ownPath(request.query.to))
      cookie.keep(request, response, attempt)
      response.redirect(address.href)
    } catch (error) {
      logger.warn(whatFailed(error), 'the single sign-on provider cannot be asked')
      response.redirect(failedPage)
    }
  })

  app.get(singleSignOnReturnPath, async (request, response) => {
    const tooMany = await countRequest(addressOf(request))
    if (tooMany) return sendProblem(response, tooMany)
    const attempt = cookie.take(request, response)
    if (!attempt) {
      logger.info('a single sign-on came back that did not set out here, or too late')
      return response.redirect(failedPage)
    }
    try {
      const claims = await provider.comeBack(request.originalUrl, attempt)
      const admitted = await whenFree(database, () =>
        inTransaction(database, () => {
          const person = admitByClaims(dependencies, claims)
          if (!person.ok) return person
          const [at, by] = [clock(), person.value]
          addAuditEntry(database, { at, action: 'signedIn', by, subject: 'single sign-on' })
          beginSession(dependencies, by, { request, response })
          return person
        }),
      )
      if (!admitted.ok) logger.info({ reason: admitted.problem }, 'single sign-on let nobody in')
      response.redirect(admitted.ok ? attempt.to : noAccountPage)
    } catch (error) {
      logger.warn(whatFailed(error), 'single sign-on failed')
      response.redirect(failedPage)
    }
  })
}

/** Names of what failed only: what the provider sent holds tokens and people. */
function whatFailed(error: unknown): { problem?: string; names: string[] } {
  if (!(error instanceof Error)) return { names: [] }
  const { cause } = error
  const named = [error, cause].flatMap((from) =>
    typeof from === 'object' && from !== null
      ? ['code' in from && from.code, 'error' in from && from.error]
      : [],
  )
  const names = named.filter((name) => typeof name === 'string').map((name) => name.slice(0, 60))
  return { problem: error.message, names: [...new Set(names)] }
}
