import { ok, refuse } from '../../shared/result.ts'
import { changeNameEndpoint, whoAmIEndpoint } from '../../shared/wire/people.ts'
import { visitsOf } from '../guests/guestRows.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { CountAttempt } from '../http/limitAttempts.ts'
import type { JoinDependencies } from '../meetings/joinMeeting.ts'
import { whenFree } from '../storage/whenFree.ts'
import { membershipsOf } from '../workspaces/workspaceRows.ts'
import { rename } from './rename.ts'
import { type WaysInDependencies, waysInNow } from './waysIn.ts'
import { personAsking } from './whoAsks.ts'

type PeopleDependencies = JoinDependencies & WaysInDependencies & { countName: CountAttempt }

export function peopleRoutes(answer: AnswerEndpoint, dependencies: PeopleDependencies): void {
  const { database, clock, countName } = dependencies

  answer(whoAmIEndpoint, ({ principal }) => {
    const person = principal?.as === 'person' ? principal.person : null
    return ok({
      person,
      workspaces: person ? membershipsOf(database, person.personId) : [],
      visits: person ? visitsOf(database, person.personId, clock()) : [],
      waysIn: waysInNow(dependencies),
    })
  })

  answer(changeNameEndpoint, async ({ principal, body: { name } }) => {
    const asking = personAsking(principal)
    if (!asking.ok) return asking
    const person = { ...asking.value, name }
    const tooMany = await countName(person.personId)
    if (tooMany) return refuse(tooMany)
    await whenFree(database, () => rename(dependencies, person))
    return ok({ person })
  })
}
