import type { Request } from 'express'
import type { Clock } from '../../shared/clock.ts'
import type { MeetingId, PersonId, SendingId } from '../../shared/ids.ts'
import { can, roleOf } from '../../shared/meeting/capabilities.ts'
import { facilitatorOf } from '../../shared/meeting/meeting.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { type Material, materialEndpoint, sendMaterialEndpoint } from '../../shared/wire/material.ts'
import type { Person } from '../../shared/wire/people.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import type { Refused } from '../http/problems.ts'
import type { SendMail } from '../mail/sendMail.ts'
import type { Principal } from '../people/principal.ts'
import { personAsking } from '../people/whoAsks.ts'
import { type FindDependencies, type FoundPostmortem, findPostmortem } from '../postmortems/findPostmortem.ts'
import { createShownCounts } from '../shownCounts.ts'
import { recipientsOf, sendingsOf } from './materialRows.ts'
import type { Openings } from './openings.ts'
import { possibleRecipients } from './possibleRecipients.ts'
import { sendMaterial } from './sendMaterial.ts'

type Dependencies = FindDependencies & {
  clock: Clock
  linkTo: LinkTo
  /** Null where no mail is set up. */
  sendMail: SendMail | null
  openings: Openings
}
type Reader = { person: Person; found: FoundPostmortem; maySend: Result<null, Refused> }

/** Fewer cannot hide in a count. */
const FEWEST_COUNTED = 4

/** What goes out before a meeting, to whom, and how many have opened it. */
export function materialRoutes(answer: AnswerEndpoint, dependencies: Dependencies): void {
  const { database, reading, clock, linkTo, sendMail, openings } = dependencies
  const shownCounts = createShownCounts<MeetingId, 'opened'>(clock)
  const underWay = new Set<SendingId>()

  answer(materialEndpoint, ({ principal, params: { postmortemId }, body, request }) => {
    const reader = readerAsking(principal, postmortemId)
    if (!reader.ok) return reader
    if (body.for === 'opening') noteOpening(reader.value)
    return ok(viewOf(reader.value, request))
  })

  answer(sendMaterialEndpoint, async ({ principal, params: { postmortemId }, body, request }) => {
    const reader = readerAsking(principal, postmortemId)
    if (!reader.ok) return reader
    const { person, found, maySend } = reader.value
    if (!maySend.ok) return maySend
    if (found.snapshot.meetingId !== body.meetingId) return refuse({ reason: 'anotherMeetingPlanned' })
    const { status } = found.snapshot.meeting
    if (status !== 'scheduled')
      return refuse({ reason: status === 'live' ? 'meetingAlreadyStarted' : 'meetingEnded' })
    if (body.way === 'mail' && sendMail === null) return refuse({ reason: 'noMailForMaterial' })
    const possible = possibleRecipients(dependencies, found, person.personId)
    const to = possible.filter(({ personId }) => body.personIds.includes(personId))
    if (to.length < new Set(body.personIds).size) return refuse({ reason: 'noSuchColleague' })
    const { sendingId, way, zone } = body
    const link = linkTo(request, preparePath(found))
    const sending = { sendingId, found, way, by: person, at: clock(), zone, link, to }
    const sent = await sendMaterial({ database, sendMail, underWay }, sending)
    return sent.ok ? ok(viewOf(reader.value, request)) : sent
  })

  function readerAsking(
    principal: Principal | null,
    postmortemId: FoundPostmortem['summary']['postmortemId'],
  ): Result<Reader, Refused> {
    const person = personAsking(principal)
    if (!person.ok) return person
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found || !principal) return refuse({ reason: 'noSuchMeeting' })
    const { personId } = person.value
    const role = roleOf(found.snapshot.meeting, { as: 'person', personId })
    const isGuest = reading.visitOf(principal, postmortemId) !== null
    return ok({ person: person.value, found, maySend: maySendAs() })

    function maySendAs(): Result<null, Refused> {
      if (role === null) return refuse({ reason: 'notAMember' })
      if (isGuest) return refuse({ reason: 'onlyColleagues' })
      if (can(role, 'schedule')) return ok(null)
      return refuse({ reason: can(role, 'takeTurns') ? 'notFacilitator' : 'readsOnly' })
    }
  }

  /** Of a recipient, before the meeting; whoever facilitates by now is not counted. */
  function noteOpening({ person: { personId }, found: { snapshot } }: Reader): void {
    const { meetingId, meeting } = snapshot
    if (meeting.status === 'scheduled' && reached(meetingId).includes(personId))
      openings.note(meetingId, personId)
  }

  const reached = (meetingId: MeetingId): PersonId[] =>
    recipientsOf(database, meetingId).flatMap(({ personId, state }) => (state === 'sent' ? [personId] : []))

  function viewOf({ person, found, maySend }: Reader, request: Request): Material {
    const { meetingId, meeting } = found.snapshot
    const sendings = sendingsOf(database, meetingId).filter(({ count }) => count > 0)
    const facilitator = facilitatorOf(meeting)?.personId
    const counted = reached(meetingId).filter((personId) => personId !== facilitator)
    return {
      sendings,
      openedCount: meeting.status === 'scheduled' ? shownCount(meetingId, counted) : null,
      desk:
        maySend.ok && meeting.status === 'scheduled'
          ? {
              byMail: sendMail !== null,
              link: linkTo(request, preparePath(found)),
              people: peopleOf(found, person.personId),
            }
          : null,
    }
  }

  function shownCount(meetingId: MeetingId, counted: readonly PersonId[]): number | null {
    const counts = shownCounts(meetingId, () => {
      const opened = openings.count(meetingId, counted)
      return new Map([['opened', Math.min(opened, Math.max(0, counted.length - 1))]])
    })
    return counted.length < FEWEST_COUNTED ? null : (counts.get('opened') ?? 0)
  }

  function peopleOf(found: FoundPostmortem, sender: PersonId): NonNullable<Material['desk']>['people'] {
    const rows = new Map(recipientsOf(database, found.snapshot.meetingId).map((row) => [row.personId, row]))
    return possibleRecipients(dependencies, found, sender).map(({ personId, name }) => {
      const row = rows.get(personId)
      if (!row) return { personId, name, state: 'notSent' }
      const isLost = row.state === 'onItsWay' && !underWay.has(row.sendingId)
      return { personId, name, state: isLost ? 'failed' : row.state }
    })
  }
}

const preparePath = ({ summary }: FoundPostmortem): string => `/p/${summary.postmortemId}/prepare`
