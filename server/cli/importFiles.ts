import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Clock } from '../../shared/clock.ts'
import { type FileProblem, parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import type { Env } from '../env.ts'
import { openPostmortems } from './openPostmortems.ts'

export type Terminal = { say: (line: string) => void; complain: (line: string) => void }

/** Imports what can be read and names what cannot. The exit code: 1 as soon as one file made nothing. */
export async function importFiles(
  { env, clock, say, complain }: { env: Env; clock: Clock } & Terminal,
  files: string[],
): Promise<number> {
  const postmortems = openPostmortems(env.dataDir, clock)
  let failures = 0
  try {
    for (const file of files) {
      const line = await importFile(file, postmortems)
      if (line.ok) say(line.says)
      else {
        complain(line.says)
        failures++
      }
    }
  } finally {
    postmortems.close()
  }
  return failures === 0 ? 0 : 1
}

async function importFile(
  file: string,
  postmortems: ReturnType<typeof openPostmortems>,
): Promise<{ ok: boolean; says: string }> {
  const text = textOf(file)
  if (typeof text !== 'string') return { ok: false, says: problemLine(file, [text]) }
  const draft = parseIncidentFile(text)
  if (!draft.ok) return { ok: false, says: problemLine(file, draft.problem) }
  const made = await postmortems.add({ fileName: basename(file), text, draft: draft.value })
  if (!made.ok) return { ok: false, says: problemLine(file, made.problem) }
  return { ok: true, says: onOneLine(`${draft.value.incident.title}  /p/${made.value}`) }
}

function textOf(file: string): string | FileProblem {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return { path: 'file', problem: 'does not exist' }
    if (code === 'EISDIR') return { path: 'file', problem: 'is a folder' }
    return { path: 'file', problem: `cannot be opened (${String(code ?? error)})` }
  }
}

/** One line for each file, so that lines can be counted; the rest of many problems is only counted. */
function problemLine(file: string, problems: FileProblem[]): string {
  const [first = { path: 'file', problem: 'cannot be imported' }] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return onOneLine(`${file}: ${first.path}: ${first.problem}${more}`)
}

/** A file's words go to a terminal, which obeys control characters. */
const onOneLine = (line: string): string => line.replace(/\p{Cc}+/gu, ' ')
