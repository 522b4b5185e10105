import type { Express } from 'express'
import { evidenceId, postmortemId } from '../../shared/ids.ts'
import { evidenceFilePath } from '../../shared/wire/evidence.ts'
import { sendProblem } from '../http/answerEndpoint.ts'
import type { PrincipalOf } from '../people/principalOf.ts'
import { readerAsking } from '../people/whoAsks.ts'
import { type FindDependencies, findPostmortem } from '../postmortems/findPostmortem.ts'
import { readOriginal } from './originalRows.ts'

type FileDependencies = FindDependencies & { principalOf: PrincipalOf }

/**
 * An original, to download. Anybody may have brought it, a page with scripts too: no browser shows it here, and if one
 * did, it would run nothing and belong to nobody.
 */
export function evidenceFileRoute(app: Express, dependencies: FileDependencies): void {
  app.get(evidenceFilePath(':postmortemId', ':evidenceId'), ({ params, headers }, response) => {
    const principal = dependencies.principalOf(headers)
    const reader = readerAsking(principal)
    if (!reader.ok) return sendProblem(response, reader.problem)
    const of = postmortemId.safeParse(params.postmortemId)
    const id = evidenceId.safeParse(params.evidenceId)
    if (!of.success || !findPostmortem(dependencies, principal, of.data))
      return sendProblem(response, { reason: 'noSuchMeeting' })
    const original = id.success ? readOriginal(dependencies.database, of.data, id.data) : null
    if (!original) return sendProblem(response, { reason: 'noSuchEvidence' })
    if (!original.content) return sendProblem(response, { reason: 'evidenceDamaged' })
    response.attachment(original.name.replace(/[/\\]/g, '_'))
    response.set({
      'content-type': 'application/octet-stream',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    response.send(original.content)
  })
}
