import { agendaFromTemplate } from '../../shared/meeting/agenda.ts'
import { memberOf } from '../../shared/meeting/meeting.ts'
import { ok, refuse } from '../../shared/result.ts'
import { agendaFor } from '../../shared/triage/recommend.ts'
import { chooseFormatEndpoint, readTriageEndpoint } from '../../shared/wire/triage.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { MeetingDependencies } from '../meetings/runCommand.ts'
import type { newId } from '../newId.ts'
import { addAuditEntry } from '../people/auditRows.ts'
import { personAsking, readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { inTransaction } from '../storage/inTransaction.ts'
import { readCircumstances } from './circumstancesRows.ts'
import { decideTriage } from './decideTriage.ts'
import { factsNow } from './factsNow.ts'
import { addTriage, readTriages } from './triageRows.ts'
import { waivedAgain } from './waivedAgain.ts'

type TriageDependencies = FindDependencies &
  Pick<MeetingDependencies, 'clock' | 'publish'> & {
    newId: typeof newId
    collaboration: Pick<Collaboration, 'readContent'>
  }

/** How an incident is reviewed: what was decided so far, and deciding anew. */
export function triageRoutes(answer: AnswerEndpoint, dependencies: TriageDependencies): void {
  const { database, log, reading, clock, newId, publish } = dependencies

  answer(readTriageEndpoint, ({ principal, params: { postmortemId } }) => {
    const reader = readerAsking(principal)
    if (!reader.ok) return reader
    if (!reading.mayRead(principal, postmortemId)) return refuse({ reason: 'noSuchMeeting' })
    return ok({
      triages: readTriages(database, postmortemId),
      known: readCircumstances(database, postmortemId),
    })
  })

  answer(chooseFormatEndpoint, async ({ principal, params: { postmortemId }, body }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const { personId } = person.value
    const found = findPostmortem(dependencies, principal, postmortemId)
    if (!found) return refuse({ reason: 'noSuchMeeting' })
    const { meeting, meetingId } = found.snapshot
    if (memberOf(meeting, personId)?.role === 'observer') return refuse({ reason: 'readsOnly' })
    if (principal && reading.visitOf(principal, postmortemId)) return refuse({ reason: 'mayNotChooseFormat' })
    if (meeting.status !== 'scheduled') return refuse({ reason: 'meetingAlreadyStarted' })

    const decided = decideTriage(await factsNow(dependencies, found.summary), body)
    if (!decided.ok) return decided
    const at = clock()
    const template = agendaFor(decided.value.minutes)
    inTransaction(database, () => {
      addTriage(database, { ...decided.value, postmortemId, by: personId, at })
      // The first review has an agenda of its own, however the review itself will be.
      if (meeting.stage === 'review') {
        const agenda = agendaFromTemplate(template)
        const events = [{ type: 'agendaChosen' as const, template, agenda }]
        log.append(meetingId, { commandId: newId(), sender: personId, at, events })
      }
      addAuditEntry(database, { at, action: 'formatChosen', by: personId, postmortemId })
    })
    publish(meetingId)
    return ok({ repeatedlyWaived: waivedAgain(database, { postmortemId, reader: personId, now: at }) })
  })
}
