import type { Express } from 'express'
import type { Clock } from '../../shared/clock.ts'
import { postmortemId } from '../../shared/ids.ts'
import { reportPath } from '../../shared/wire/postmortems.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { LinkTo } from '../http/linkTo.ts'
import { addAuditEntry, type NewAuditEntry } from '../people/auditRows.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { whenFree } from '../storage/whenFree.ts'
import { type FindDependencies, findPostmortem } from './findPostmortem.ts'
import { reportFileName, reportOf } from './reportOf.ts'

type ReportDependencies = FindDependencies & {
  collaboration: Collaboration
  principalOf: PrincipalOf
  clock: Clock
  linkTo: LinkTo
  /** A full disk keeps nobody from taking the report along. */
  reportFault: (error: unknown) => void
}

/** A file to download, and so no resource of `shared/wire` but Markdown. */
export function reportRoute(app: Express, dependencies: ReportDependencies): void {
  const { database, log, clock, linkTo, reportFault } = dependencies
  app.get(reportPath(':postmortemId'), async (request, response) => {
    const { params, headers } = request
    const principal = dependencies.principalOf(headers)
    const reader = readerAsking(principal)
    if (!reader.ok) return sendProblem(response, reader.problem)
    const id = postmortemId.safeParse(params.postmortemId)
    const found = id.success ? findPostmortem(dependencies, principal, id.data) : null
    if (!found) return sendProblem(response, { reason: 'noSuchMeeting' })

    const doc = await dependencies.collaboration.readContent(found.summary.postmortemId)
    // Sets the content type by the name's ending, and spells the name for browsers old and new.
    response.attachment(reportFileName(found.summary.title))
    response
      .set('cache-control', 'no-store')
      .send(reportOf(doc, found, { database, log, linkTo: (path) => linkTo(request, path) }))
    doc.destroy()
    const entry: NewAuditEntry = {
      at: clock(),
      action: 'reportExported',
      by: reader.value?.personId ?? null,
      postmortemId: found.summary.postmortemId,
    }
    await whenFree(database, () => addAuditEntry(database, entry)).catch(reportFault)
  })
}
