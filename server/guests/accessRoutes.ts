import type { Clock } from '../../shared/clock.ts'
import { ok, refuse } from '../../shared/result.ts'
import {
  changeAudienceEndpoint,
  closeSharedScreensEndpoint,
  readAccessEndpoint,
} from '../../shared/wire/access.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { countStageKeys, revokeStageKeys } from '../people/stageKeyRows.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { teamsIn } from '../workspaces/teamRows.ts'
import { colleaguesIn } from '../workspaces/workspaceRows.ts'
import { accessChangerAsking } from './accessChanger.ts'
import { readAudience } from './audienceRows.ts'
import { changeAudience } from './changeAudience.ts'
import { openGuestLinksOf } from './guestLinkRows.ts'
import { guestsOf } from './guestRows.ts'
import type { TellGuestsChanged } from './tellGuestsChanged.ts'

type AccessRouteDependencies = FindDependencies & {
  clock: Clock
  recheckAccess: Collaboration['recheckAccess']
  tellGuestsChanged: TellGuestsChanged
}

/** Who may read a postmortem: asked by whoever does, changed by whoever leads its meeting, made it or runs its workspace. */
export function accessRoutes(answer: AnswerEndpoint, dependencies: AccessRouteDependencies): void {
  const { database, reading, clock, recheckAccess, tellGuestsChanged } = dependencies

  answer(readAccessEndpoint, ({ principal, params: { postmortemId } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found || !principal) return refuse({ reason: 'noSuchMeeting' })
    const audience = readAudience(database, postmortemId)
    const mayChange = accessChangerAsking(dependencies, principal, postmortemId).ok
    if (!mayChange) {
      // Whom the workspace consists of is nothing for guests.
      const isGuest = reading.visitOf(principal, postmortemId) !== null
      const shown = isGuest ? { ...audience, personIds: [], teamIds: [] } : audience
      return ok({ ...nothingToChange, audience: shown })
    }
    const { workspaceId } = found.summary
    return ok({
      audience,
      mayChange,
      people: colleaguesIn(database, workspaceId).map(({ personId, name }) => ({ personId, name })),
      teams: teamsIn(database, workspaceId).map(({ teamId, name }) => ({ teamId, name })),
      guestLinks: openGuestLinksOf(database, postmortemId, clock()),
      guests: guestsOf(database, postmortemId, clock()),
      sharedScreens: countStageKeys(dependencies, postmortemId),
    })
  })

  answer(changeAudienceEndpoint, ({ principal, params: { postmortemId }, body }) => {
    const changer = accessChangerAsking(dependencies, principal, postmortemId)
    if (!changer.ok) return changer
    const changed = changeAudience(dependencies, postmortemId, changer.value, body)
    if (changed.ok) {
      recheckAccess()
      tellGuestsChanged(postmortemId) // some of them may wait again
    }
    return changed
  })

  answer(closeSharedScreensEndpoint, ({ principal, params: { postmortemId } }) => {
    const changer = accessChangerAsking(dependencies, principal, postmortemId)
    if (!changer.ok) return changer
    inTransaction(database, () => {
      const at = clock()
      revokeStageKeys(database, postmortemId, at)
      addAuditEntry(database, {
        at,
        action: 'sharedScreensClosed',
        by: changer.value.personId,
        postmortemId,
      })
    })
    recheckAccess()
    return ok({})
  })
}

const nothingToChange = {
  mayChange: false,
  people: [],
  teams: [],
  guestLinks: [],
  guests: [],
  sharedScreens: 0,
}
