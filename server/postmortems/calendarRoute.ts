import type { Express } from 'express'
import { calendarFile } from '../../shared/calendar/calendarFile.ts'
import type { Clock } from '../../shared/clock.ts'
import { postmortemId } from '../../shared/ids.ts'
import { plannedMinutesOf } from '../../shared/meeting/agenda.ts'
import { stageWords } from '../../shared/meeting/stageInWords.ts'
import { calendarPath } from '../../shared/wire/postmortems.ts'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from './findPostmortem.ts'

type CalendarDependencies = FindDependencies & { principalOf: PrincipalOf; clock: Clock; linkTo: LinkTo }

/** The planned meeting, to put into a calendar. A calendar is read by others: a restricted title is not in it. */
export function calendarRoute(app: Express, dependencies: CalendarDependencies): void {
  app.get(calendarPath(':postmortemId'), (request, response) => {
    const principal = dependencies.principalOf(request.headers)
    const reader = readerAsking(principal)
    if (!reader.ok) return sendProblem(response, reader.problem)
    const id = postmortemId.safeParse(request.params.postmortemId)
    const found = id.success ? findPostmortem(dependencies, principal, id.data) : null
    if (!found) return sendProblem(response, { reason: 'noSuchMeeting' })
    const { summary, snapshot } = found
    const { meeting } = snapshot
    const { startsAt } = meeting
    const words = stageWords[meeting.stage]
    if (startsAt === null) return sendProblem(response, { reason: 'noStartPlanned' })
    const link = dependencies.linkTo(request, `/p/${summary.postmortemId}`)
    const file = calendarFile({
      uid: snapshot.meetingId,
      sequence: snapshot.version,
      writtenAt: dependencies.clock(),
      startsAt,
      endsAt: startsAt + plannedMinutesOf(meeting) * 60_000,
      title: summary.isRestricted
        ? `A ${words} on Candor`
        : `${words.replace(/^./, (letter) => letter.toUpperCase())}: ${summary.title}`,
      description: `${link}\n\nPrepare: ${link}/prepare`,
      link,
    })
    response.attachment('meeting.ics').set('cache-control', 'no-store').send(file)
  })
}
