import type { EvidenceDraft } from '../../shared/evidence/evidenceDraft.ts'
import { type EvidenceReading, readEvidence } from '../../shared/evidence/readEvidence.ts'
import { type AnswersAsked, evidenceAnswers } from './evidenceAnswers.ts'
import { evidenceFiles } from './evidenceFiles.ts'
import type { Terminal } from './importFiles.ts'

export type EvidenceAsked = AnswersAsked & { files: string[]; json: boolean }

/** Shows what an import of these files would offer, and imports nothing. The exit code: 1 if any of them has a problem. */
export function evidence({ files, json, ...asked }: EvidenceAsked, { say, complain }: Terminal): number {
  const answers = evidenceAnswers(asked)
  if (typeof answers === 'string') {
    complain(`candor evidence: ${answers}`)
    return 1
  }
  let problems = 0
  for (const path of files) {
    const found = evidenceFiles(path)
    const readings = typeof found === 'string' ? [unopened(path, found)] : readEvidence(found, answers)
    for (const reading of readings) {
      const said = problemsOf(reading)
      problems += said.length
      for (const draft of reading.drafts) say(json ? draftLine(reading, draft) : draftInWords(draft))
      for (const problem of said) {
        if (json) say(problemLine(reading, problem))
        else
          complain(
            onOneLine(
              `${nameOf(reading)}: ${problem.line === null ? '' : `line ${problem.line}: `}${problem.problem}`,
            ),
          )
      }
      for (const { about, note } of reading.notes) {
        if (about !== 'incomplete') complain(onOneLine(`${nameOf(reading)}: ${note}`))
      }
    }
  }
  return problems === 0 ? 0 : 1
}

const unopened = (path: string, problem: string): EvidenceReading => ({
  path,
  within: null,
  format: null,
  drafts: [],
  problems: [{ line: null, path: null, problem }],
  notes: [],
})

type Said = { line: number | null; problem: string }

/** A file that says it is not all there is has a problem, too: an import of it would lack something. */
const problemsOf = ({ problems, notes }: EvidenceReading): Said[] => [
  ...problems.map(({ line, problem }) => ({ line, problem })),
  ...notes.filter(({ about }) => about === 'incomplete').map(({ note }) => ({ line: null, problem: note })),
]

const draftLine = ({ path, within, format }: EvidenceReading, draft: EvidenceDraft): string =>
  JSON.stringify({
    file: path,
    within,
    format,
    nativeId: draft.nativeId,
    at: iso(draft.at),
    precision: draft.precision,
    text: draft.text,
    actor: draft.actor,
    kindHint: draft.kindHint,
    needs: draft.needs,
    problem: null,
    written: draft.written,
    startedAt: iso(draft.startedAt),
    endedAt: iso(draft.endedAt),
    recordedAt: iso(draft.recordedAt),
    count: draft.count,
    thread: draft.thread,
    place: draft.place,
    edited: draft.edited,
    deleted: draft.deleted,
  })

const problemLine = ({ path, within, format }: EvidenceReading, { line, problem }: Said): string =>
  JSON.stringify({
    file: path,
    within,
    format,
    nativeId: null,
    at: null,
    precision: null,
    text: null,
    actor: null,
    kindHint: null,
    needs: [],
    problem: line === null ? problem : `line ${line}: ${problem}`,
    line,
  })

function draftInWords({ at, needs, written, kindHint, actor, text }: EvidenceDraft): string {
  const time = iso(at) ?? `${written ?? 'no time'} (ask: ${needs.join(', ')})`
  return onOneLine([time, kindHint, actor, text].filter((part) => part !== null).join('  '))
}

const iso = (at: number | null): string | null =>
  at === null || !(Math.abs(at) <= 8.64e15) ? null : new Date(at).toISOString()

const nameOf = ({ path, within }: EvidenceReading): string => (within === null ? path : `${path} › ${within}`)

/** A file's words go to a terminal, which obeys control characters. */
const onOneLine = (line: string): string => line.replace(/\p{Cc}+/gu, ' ')
