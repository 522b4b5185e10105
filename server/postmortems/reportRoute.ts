import type { Express } from 'express'
import { postmortemId } from '../../shared/ids.ts'
import { reportPath } from '../../shared/wire/postmortems.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { makerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from './findPostmortem.ts'
import { reportFileName, reportOf } from './reportOf.ts'

type ReportDependencies = FindDependencies & { collaboration: Collaboration; principalOf: PrincipalOf }

/** A file to download, and so no resource of `shared/wire` but Markdown. */
export function reportRoute(app: Express, dependencies: ReportDependencies): void {
  app.get(reportPath(':postmortemId'), async ({ params, headers }, response) => {
    const reader = makerAsking(dependencies.principalOf(headers))
    if (!reader.ok) return sendProblem(response, reader.problem)
    const id = postmortemId.safeParse(params.postmortemId)
    const found = id.success ? findPostmortem(dependencies, id.data) : null
    if (!found) return sendProblem(response, { reason: 'noSuchMeeting' })

    const doc = await dependencies.collaboration.readContent(found.summary.postmortemId)
    // Sets the content type by the name's ending, and spells the name for browsers old and new.
    response.attachment(reportFileName(found.summary.title))
    response.set('cache-control', 'no-store').send(reportOf(doc, found))
    doc.destroy()
  })
}
