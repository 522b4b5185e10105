import type { FileProblem } from '../../shared/evidence/incidentFile.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { askServer } from './askServer.ts'
import type { ServerToAsk } from './holderOf.ts'

/** Has the running server import one file. */
export async function askToImport(
  server: ServerToAsk,
  file: { fileName: string; text: string },
): Promise<Result<PostmortemId, FileProblem[]>> {
  const answer = await askServer(server, importIncidentEndpoint, file)
  if (answer.ok) return ok(answer.value.postmortemId)
  const { sentence, details } = answer.problem
  return refuse(details ?? [{ path: 'server', problem: sentence }])
}
