import type { FileProblem } from '../../shared/evidence/incidentFile.ts'
import type { PostmortemId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { importIncidentEndpoint } from '../../shared/wire/postmortems.ts'
import { problem } from '../../shared/wire/problem.ts'
import { PROTOCOL_VERSION } from '../../shared/wire/protocolVersion.ts'
import type { RunningServer } from '../dataDir.ts'

const MOST_WAIT_MS = 20_000

/** Has the running server import one file. */
export async function askToImport(
  { address }: RunningServer,
  operatorKey: string,
  { fileName, text }: { fileName: string; text: string },
): Promise<Result<PostmortemId, FileProblem[]>> {
  const { method, path, answer } = importIncidentEndpoint
  try {
    const response = await fetch(address + path, {
      method,
      headers: {
        authorization: `Operator ${operatorKey}`,
        'content-type': 'application/json',
        'x-candor-protocol': String(PROTOCOL_VERSION),
      },
      body: JSON.stringify({ fileName, text }),
      signal: AbortSignal.timeout(MOST_WAIT_MS),
    })
    const said: unknown = await response.json()
    if (response.ok) return ok(answer.parse(said).postmortemId)
    const { sentence, details } = problem.parse(said)
    return refuse(details ?? [{ path: 'server', problem: sentence }])
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse([{ path: 'server', problem: `${address} gave no answer that can be read (${why})` }])
  }
}
