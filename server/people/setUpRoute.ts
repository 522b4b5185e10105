import type { PersonId } from '../../shared/ids.ts'
import { ok, refuse } from '../../shared/result.ts'
import { setUpEndpoint } from '../../shared/wire/signIn.ts'
import type { AddressOf } from '../http/addressOf.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { newId } from '../newId.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { whenFree } from '../storage/whenFree.ts'
import { firstWorkspace, renameWorkspace, setMembership } from '../workspaces/workspaceRows.ts'
import { accountWithEmail, addAccount } from './accountRows.ts'
import { addAuditEntry } from './auditRows.ts'
import { beginSession, type SessionDependencies } from './beginSession.ts'
import { hashPassword } from './hashPassword.ts'
import { addPerson } from './peopleRows.ts'
import type { SetUpKey } from './setUpKey.ts'

type SetUpDependencies = Omit<SessionDependencies, 'newId'> & {
  newId: typeof newId
  setUpKey: SetUpKey
  addressOf: AddressOf
  countSignInFrom: CountAttempt
}

/** The first to come becomes the owner of the workspace that is there. */
export function setUpRoute(answer: AnswerEndpoint, dependencies: SetUpDependencies): void {
  const { database, clock, newId, setUpKey, addressOf, countSignInFrom } = dependencies

  answer(setUpEndpoint, async ({ body, request, response }) => {
    const tooMany = await countSignInFrom(addressOf(request))
    if (tooMany) return refuse(tooMany)
    if (!setUpKey.fits(body.setupKey)) return refuse({ reason: 'noSuchSetup' })
    const { name, email, workspaceName } = body
    const passwordHash = await hashPassword(body.password)
    const person = { personId: newId<PersonId>(), name }
    const isFirst = await whenFree(database, () =>
      inTransaction(database, () => {
        // Another may have come while the password was hashed.
        if (!setUpKey.fits(body.setupKey) || accountWithEmail(database, email)) return false
        const at = clock()
        const { personId } = person
        const workspaceId = firstWorkspace(database)
        addPerson(database, person, at)
        addAccount(database, { personId, email, passwordHash })
        renameWorkspace(database, workspaceId, workspaceName)
        setMembership(database, { workspaceId, personId, role: 'owner', at })
        addAuditEntry(database, { at, action: 'instanceSetUp', by: personId, subject: workspaceName })
        beginSession(dependencies, personId, { request, response })
        return true
      }),
    )
    return isFirst ? ok({ person }) : refuse({ reason: 'noSuchSetup' })
  })
}
