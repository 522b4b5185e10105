import { ok, type Result, refuse } from '../../../shared/result.ts'
import { type Problem, problem } from '../../../shared/wire/problem.ts'
import { notReached } from '../../room/callApi.ts'

/** All lines of a log the server keeps. */
export async function readLog(address: string, signal: AbortSignal): Promise<Result<string[], Problem>> {
  try {
    const response = await fetch(address, { signal })
    if (response.ok) return ok((await response.text()).replace(/\r?\n$/, '').split(/\r?\n/))
    const said = problem.safeParse(await response.json())
    return refuse(said.success ? said.data : notReached)
  } catch {
    return refuse(notReached)
  }
}
