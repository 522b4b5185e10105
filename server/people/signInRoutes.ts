import { ok, refuse } from '../../shared/result.ts'
import {
  sendSignInLinkEndpoint,
  signInEndpoint,
  signOutEndpoint,
  useSignInLinkEndpoint,
} from '../../shared/wire/signIn.ts'
import type { AddressOf } from '../http/addressOf.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { accountWithEmail } from './accountRows.ts'
import { addAuditEntry } from './auditRows.ts'
import { beginSession, type SessionDependencies } from './beginSession.ts'
import { isPassword } from './hashPassword.ts'
import { nameOf } from './peopleRows.ts'
import { clearSessionCookie } from './sessionCookie.ts'
import { endSession } from './sessionRows.ts'
import { takeSignInLink } from './signInLinkRows.ts'

export type SignInDependencies = SessionDependencies & {
  addressOf: AddressOf
  /** By e-mail address, whether anybody has it or not; a forged address of the sender changes nothing about it. */
  countSignInAt: CountAttempt
  countSignInFrom: CountAttempt
  recheckAccess: () => void
  /** Null where no mail is set up. Begins to send and does not wait, so that time does not tell who has an account. */
  sendSignInLink: ((email: string) => void) | null
}

export function signInRoutes(answer: AnswerEndpoint, dependencies: SignInDependencies): void {
  const { database, clock, addressOf, countSignInAt, countSignInFrom } = dependencies
  const countSignIn = async (address: string, email: string) =>
    (await countSignInFrom(address)) ?? (await countSignInAt(email))

  answer(signInEndpoint, async ({ body: { email, password }, request, response }) => {
    const tooMany = await countSignIn(addressOf(request), email)
    if (tooMany) return refuse(tooMany)
    const account = accountWithEmail(database, email)
    const isRight = await isPassword(password, account?.passwordHash ?? null)
    if (!account || !isRight) return refuse({ reason: 'wrongSignIn' })
    const { person } = account
    await whenFree(database, () =>
      inTransaction(database, () => {
        addAuditEntry(database, { at: clock(), action: 'signedIn', by: person.personId, subject: 'password' })
        beginSession(dependencies, person.personId, { request, response })
      }),
    )
    return ok({ person })
  })

  answer(sendSignInLinkEndpoint, async ({ body: { email }, request }) => {
    if (!dependencies.sendSignInLink) return refuse({ reason: 'noMail' })
    const tooMany = await countSignIn(addressOf(request), email)
    if (tooMany) return refuse(tooMany)
    dependencies.sendSignInLink(email)
    return ok({})
  })

  answer(useSignInLinkEndpoint, async ({ body: { key }, request, response }) => {
    const tooMany = await countSignInFrom(addressOf(request))
    if (tooMany) return refuse(tooMany)
    const personId = await whenFree(database, () =>
      inTransaction(database, () => {
        const found = takeSignInLink(database, key, clock())
        if (!found) return null
        addAuditEntry(database, { at: clock(), action: 'signedIn', by: found, subject: 'link' })
        beginSession(dependencies, found, { request, response })
        return found
      }),
    )
    if (!personId) return refuse({ reason: 'noSuchSignInLink' })
    return ok({ person: { personId, name: nameOf(database, personId) } })
  })

  answer(signOutEndpoint, ({ principal, request, response }) => {
    if (principal?.as === 'person') {
      const { person, sessionId } = principal
      inTransaction(database, () => {
        endSession(database, person.personId, sessionId)
        addAuditEntry(database, { at: clock(), action: 'signedOut', by: person.personId })
      })
      dependencies.recheckAccess()
    }
    clearSessionCookie(request, response)
    return ok({})
  })
}
