import { ok, type Result, refuse } from '../../shared/result.ts'
import {
  changePasswordEndpoint,
  endOtherSessionsEndpoint,
  endSessionEndpoint,
  readAccountEndpoint,
} from '../../shared/wire/account.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { Refused } from '../http/problems.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { accountOf, setPasswordHash } from './accountRows.ts'
import { addAuditEntry } from './auditRows.ts'
import type { SessionDependencies } from './beginSession.ts'
import { hashPassword, isPassword } from './hashPassword.ts'
import type { Principal } from './principal.ts'
import type { SessionBook } from './sessionBook.ts'
import { SESSION_MOST_MS } from './sessionCookie.ts'
import { endSession, endSessionsExcept, listSessions } from './sessionRows.ts'
import { personAsking } from './whoAsks.ts'

type AccountDependencies = Omit<SessionDependencies, 'newId'> & {
  sessions: SessionBook
  countSignInAt: CountAttempt
  recheckAccess: () => void
}

/** What someone can do about their own ways in. */
export function accountRoutes(answer: AnswerEndpoint, dependencies: AccountDependencies): void {
  const { database, clock, sessions, countSignInAt, recheckAccess } = dependencies

  answer(readAccountEndpoint, ({ principal }) => {
    const asking = holderAsking(principal)
    if (!asking.ok) return asking
    const { personId } = asking.value.person
    const account = accountOf(database, personId)
    const listed = listSessions(database, personId, clock() - SESSION_MOST_MS).map((session) => ({
      ...session,
      lastSeenAt: sessions.lastSeenAt(session.sessionId) ?? session.lastSeenAt,
      isThis: session.sessionId === asking.value.sessionId,
    }))
    return ok({
      email: account?.email ?? null,
      hasPassword: account !== null && account.passwordHash !== null,
      sessions: listed.sort((a, b) => b.lastSeenAt - a.lastSeenAt),
    })
  })

  answer(changePasswordEndpoint, async ({ principal, body: { current, next } }) => {
    const asking = holderAsking(principal)
    if (!asking.ok) return asking
    const { person, sessionId } = asking.value
    const account = accountOf(database, person.personId)
    if (!account) return refuse({ reason: 'onlyColleagues' })
    const tooMany = await countSignInAt(account.email)
    if (tooMany) return refuse(tooMany)
    const { passwordHash } = account
    const isRight = passwordHash === null || (await isPassword(current ?? '', passwordHash))
    if (!isRight) return refuse({ reason: 'wrongPassword' })
    const hash = await hashPassword(next)
    await whenFree(database, () =>
      inTransaction(database, () => {
        setPasswordHash(database, person.personId, hash)
        endSessionsExcept(database, person.personId, sessionId)
        addAuditEntry(database, { at: clock(), action: 'passwordChanged', by: person.personId })
      }),
    )
    recheckAccess()
    return ok({})
  })

  answer(endSessionEndpoint, ({ principal, params: { sessionId } }) => {
    const asking = holderAsking(principal)
    if (!asking.ok) return asking
    const { personId } = asking.value.person
    const wasThere = inTransaction(database, () => {
      if (!endSession(database, personId, sessionId)) return false
      addAuditEntry(database, { at: clock(), action: 'sessionEnded', by: personId })
      return true
    })
    if (!wasThere) return refuse({ reason: 'noSuchSession' })
    recheckAccess()
    return ok({})
  })

  answer(endOtherSessionsEndpoint, ({ principal }) => {
    const asking = holderAsking(principal)
    if (!asking.ok) return asking
    const { person, sessionId } = asking.value
    inTransaction(database, () => {
      endSessionsExcept(database, person.personId, sessionId)
      const subject = 'all others'
      addAuditEntry(database, { at: clock(), action: 'sessionEnded', by: person.personId, subject })
    })
    recheckAccess()
    return ok({})
  })
}

/** Whose session asks. */
function holderAsking(principal: Principal | null): Result<Extract<Principal, { as: 'person' }>, Refused> {
  if (principal?.as === 'person') return ok(principal)
  const person = personAsking(principal)
  return person.ok ? refuse({ reason: 'notSignedIn' }) : person
}
