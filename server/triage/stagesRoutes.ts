import type { MeetingId } from '../../shared/ids.ts'
import { can, roleOf } from '../../shared/meeting/capabilities.ts'
import { ok, refuse } from '../../shared/result.ts'
import { listMeetingsEndpoint, planMeetingEndpoint } from '../../shared/wire/stages.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import { meetingCreated } from '../meetings/meetingCreated.ts'
import type { MeetingDependencies } from '../meetings/runCommand.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { personAsking, readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { plannedMeetings } from './plannedMeetings.ts'
import { readTriages } from './triageRows.ts'

type StagesDependencies = FindDependencies &
  Pick<MeetingDependencies, 'clock' | 'publish'> & { newId: typeof newId }

/** The meetings that share one document: a first review, the review itself, deep dives. */
export function stagesRoutes(answer: AnswerEndpoint, dependencies: StagesDependencies): void {
  const { database, log, reading, clock, newId, publish } = dependencies

  answer(listMeetingsEndpoint, ({ principal, params: { postmortemId } }) => {
    const reader = readerAsking(principal)
    if (!reader.ok) return reader
    if (!reading.mayRead(principal, postmortemId)) return refuse({ reason: 'noSuchMeeting' })
    const meetings = plannedMeetings(log, postmortemId)
    return ok({ meetings })
  })

  answer(planMeetingEndpoint, ({ principal, params: { postmortemId }, body: { stage } }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found) return refuse({ reason: 'noSuchMeeting' })
    const { meeting } = found.snapshot
    const role = roleOf(meeting, { as: 'person', personId })
    if (role === null) return refuse({ reason: 'notAMember' })
    if (!can(role, 'openAndEnd'))
      return refuse({ reason: can(role, 'takeTurns') ? 'notFacilitator' : 'readsOnly' })
    if (meeting.status !== 'ended') return refuse({ reason: 'meetingNotEnded' })

    const meetingId = newId<MeetingId>()
    const at = clock()
    const minutes = readTriages(database, postmortemId)[0]?.minutes ?? 60
    const seats = meeting.members.map((member) => ({ type: 'memberJoined' as const, ...member }))
    inTransaction(database, () => {
      const events = [meetingCreated(stage, minutes), ...seats]
      log.create({ postmortemId, meetingId }, { commandId: newId(), sender: personId, at, events })
      addAuditEntry(database, { at, action: 'meetingPlanned', by: personId, postmortemId })
    })
    publish(meetingId)
    return ok({ meetingId })
  })
}
