import type { DatabaseSync } from 'node:sqlite'
import { ok, refuse } from '../../shared/result.ts'
import { sayNameEndpoint, whoAmIEndpoint } from '../../shared/wire/people.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { JoinDependencies } from '../meetings/joinMeeting.ts'
import type { newId } from '../newId.ts'
import { makePerson, rename } from './sayName.ts'
import { setSessionCookie } from './sessionCookie.ts'

type PeopleDependencies = JoinDependencies & { database: DatabaseSync; newId: typeof newId }

export function peopleRoutes(answer: AnswerEndpoint, dependencies: PeopleDependencies): void {
  answer(whoAmIEndpoint, ({ principal }) =>
    ok({ person: principal?.as === 'person' ? principal.person : null }),
  )

  answer(sayNameEndpoint, ({ principal, body: { name }, request, response }) => {
    if (principal?.as === 'person') {
      const person = { ...principal.person, name }
      rename(dependencies, person)
      return ok({ person })
    }
    if (principal !== null) return refuse({ reason: 'readsOnly' })
    const { person, token } = makePerson(dependencies, name)
    setSessionCookie(request, response, token)
    return ok({ person })
  })
}
