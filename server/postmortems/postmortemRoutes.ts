import { draftOfFacts, emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import { guestSeat, ownSeat } from '../../shared/meeting/decideRoles.ts'
import { ok, refuse } from '../../shared/result.ts'
import { isSensitive } from '../../shared/triage/facts.ts'
import {
  importIncidentEndpoint,
  joinMeetingEndpoint,
  listPostmortemsEndpoint,
  openPostmortemEndpoint,
  startPostmortemEndpoint,
} from '../../shared/wire/postmortems.ts'
import type { AnswerEndpoint } from '../http/answerEndpoint.ts'
import type { Limits } from '../limits.ts'
import { type JoinDependencies, joinMeeting } from '../meetings/joinMeeting.ts'
import { makerAsking, personAsking, readerAsking } from '../people/whoAsks.ts'
import { decideTriage } from '../triage/decideTriage.ts'
import { waivedAgain } from '../triage/waivedAgain.ts'
import { type CreateDependencies, createPostmortem } from './createPostmortem.ts'
import { type FindDependencies, findPostmortem, listPostmortems } from './findPostmortem.ts'

export function postmortemRoutes(
  answer: AnswerEndpoint,
  dependencies: CreateDependencies &
    FindDependencies &
    JoinDependencies & {
      limits: Limits
      report: (error: unknown) => void
    },
): void {
  const { database, log, reading } = dependencies

  answer(listPostmortemsEndpoint, ({ principal }) => {
    const reader = readerAsking(principal)
    return reader.ok ? ok({ postmortems: listPostmortems(dependencies, reader.value) }) : reader
  })

  answer(startPostmortemEndpoint, ({ principal, body }) => {
    const maker = makerAsking(database, principal, body.workspaceId)
    if (!maker.ok) return maker
    const { title, severity, isRestricted = false } = body
    if (!body.triage) {
      const ids = createPostmortem(dependencies, emptyDraft(title, severity), {
        ...maker.value,
        isRestricted,
      })
      return ok({ ...ids, repeatedlyWaived: [] })
    }
    const { zone, facts: besideSeverity, beginsWithInitial = false, ...choice } = body.triage
    const facts = { ...besideSeverity, severity }
    const triage = decideTriage(facts, choice)
    if (!triage.ok) return triage
    const ids = createPostmortem(dependencies, draftOfFacts(title, facts, zone), {
      ...maker.value,
      isRestricted: isRestricted || isSensitive(facts),
      triage: triage.value,
      beginsWithInitial: beginsWithInitial && choice.format === 'full',
    })
    const reader = maker.value.by?.personId ?? null
    const asked = { postmortemId: ids.postmortemId, reader, now: dependencies.clock() }
    return ok({ ...ids, repeatedlyWaived: waivedAgain(database, asked) })
  })

  answer(
    importIncidentEndpoint,
    ({ principal, body }) => {
      const maker = makerAsking(database, principal, body.workspaceId)
      if (!maker.ok) return maker
      const draft = parseIncidentFile(body.text)
      if (!draft.ok) return refuse({ reason: 'malformedFile', details: draft.problem })
      return ok(
        createPostmortem(dependencies, draft.value, { ...maker.value, isRestricted: body.isRestricted }),
      )
    },
    { mostBodyBytes: dependencies.limits.importBytes },
  )

  answer(openPostmortemEndpoint, ({ principal, params: { postmortemId } }) => {
    const reader = readerAsking(principal)
    if (!reader.ok) return reader
    const found = findPostmortem(dependencies, principal, postmortemId)
    return found ? ok(found) : refuse({ reason: 'noSuchMeeting' })
  })

  answer(joinMeetingEndpoint, ({ principal, params: { postmortemId }, body }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const meetingId = reading.mayRead(principal, postmortemId) ? log.meetingOf(postmortemId) : null
    if (meetingId === null) return refuse({ reason: 'noSuchMeeting' })
    const visit = principal && reading.visitOf(principal, postmortemId)
    const seat = visit ? guestSeat(visit.role, body.asObserver) : ownSeat(body.asObserver)
    joinMeeting(dependencies, meetingId, person.value, seat)
    const snapshot = log.load(meetingId)
    return snapshot ? ok({ snapshot }) : refuse({ reason: 'noSuchMeeting' })
  })
}
