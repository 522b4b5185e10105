import type { DatabaseSync } from 'node:sqlite'
import { ok, refuse } from '../../shared/result.ts'
import { sayNameEndpoint, whoAmIEndpoint } from '../../shared/wire/people.ts'
import type { AddressOf } from '../http/addressOf.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { JoinDependencies } from '../meetings/joinMeeting.ts'
import type { newId } from '../newId.ts'
import { whenFree } from '../storage/whenFree.ts'
import { makePerson, rename } from './sayName.ts'
import { setSessionCookie } from './sessionCookie.ts'

type PeopleDependencies = JoinDependencies & {
  database: DatabaseSync
  newId: typeof newId
  addressOf: AddressOf
  countName: CountAttempt
}

export function peopleRoutes(answer: AnswerEndpoint, dependencies: PeopleDependencies): void {
  answer(whoAmIEndpoint, ({ principal }) =>
    ok({ person: principal?.as === 'person' ? principal.person : null }),
  )

  const { database, addressOf, countName } = dependencies
  answer(sayNameEndpoint, async ({ principal, body: { name }, request, response }) => {
    const tooMany = await countName(addressOf(request))
    if (tooMany) return refuse(tooMany)
    if (principal?.as === 'person') {
      const person = { ...principal.person, name }
      await whenFree(database, () => rename(dependencies, person))
      return ok({ person })
    }
    if (principal !== null) return refuse({ reason: 'readsOnly' })
    const { person, token } = await whenFree(database, () => makePerson(dependencies, name))
    setSessionCookie(request, response, token)
    return ok({ person })
  })
}
