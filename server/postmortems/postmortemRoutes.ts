import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import { parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import { ok, refuse } from '../../shared/result.ts'
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
import { makerAsking, personAsking } from '../people/whoAsks.ts'
import { type CreateDependencies, createPostmortem } from './createPostmortem.ts'
import { findPostmortem, listPostmortems } from './findPostmortem.ts'

export function postmortemRoutes(
  answer: AnswerEndpoint,
  dependencies: CreateDependencies &
    JoinDependencies & {
      limits: Limits
      report: (error: unknown) => void
    },
): void {
  const { database, log } = dependencies

  answer(listPostmortemsEndpoint, ({ principal }) => {
    const reader = makerAsking(principal)
    return reader.ok ? ok({ postmortems: listPostmortems(dependencies) }) : reader
  })

  answer(startPostmortemEndpoint, ({ principal, body: { title, severity } }) => {
    const maker = makerAsking(principal)
    if (!maker.ok) return maker
    return ok(createPostmortem(dependencies, emptyDraft(title, severity), maker.value))
  })

  answer(
    importIncidentEndpoint,
    ({ principal, body: { text } }) => {
      const maker = makerAsking(principal)
      if (!maker.ok) return maker
      const draft = parseIncidentFile(text)
      if (!draft.ok) return refuse({ reason: 'malformedFile', details: draft.problem })
      return ok(createPostmortem(dependencies, draft.value, maker.value))
    },
    { mostBodyBytes: dependencies.limits.importBytes },
  )

  answer(openPostmortemEndpoint, ({ principal, params: { postmortemId } }) => {
    const reader = makerAsking(principal)
    if (!reader.ok) return reader
    const found = findPostmortem({ database, log }, postmortemId)
    return found ? ok(found) : refuse({ reason: 'noSuchMeeting' })
  })

  answer(joinMeetingEndpoint, ({ principal, params: { postmortemId }, body }) => {
    const person = personAsking(principal)
    if (!person.ok) return person
    const meetingId = log.meetingOf(postmortemId)
    if (meetingId === null) return refuse({ reason: 'noSuchMeeting' })
    joinMeeting(dependencies, meetingId, person.value, body)
    const snapshot = log.load(meetingId)
    return snapshot ? ok({ snapshot }) : refuse({ reason: 'noSuchMeeting' })
  })
}
