import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import type { EvidenceFormat, EvidenceProblem } from '../evidenceFormat.ts'
import { kubernetesAge } from '../kubernetesAge.ts'
import { columnsIn, type KubernetesColumns, type KubernetesRow, rowIn } from '../kubernetesColumns.ts'
import { kubernetesKind } from '../kubernetesKind.ts'

/** What `kubectl get events` and `kubectl describe` print: how long ago, counted from when someone asked. */
export const kubernetesTable: EvidenceFormat = {
  name: 'kubernetes-events',
  label: 'Kubernetes events as a table',
  recognises: ({ text, documents }) =>
    documents.length === 0 && linesOf(text).some((line) => columnsIn(line) !== null),
  read({ text }, answers) {
    const drafts: EvidenceDraft[] = []
    const problems: EvidenceProblem[] = []
    let columns: KubernetesColumns | null = null
    for (const [position, line] of linesOf(text).entries()) {
      const named = columnsIn(line)
      if (named) columns = named
      else if (columns && /[^\s-]/.test(line)) {
        const row = rowIn(line, columns)
        const problem = 'does not have the columns of this table'
        if (row) drafts.push(rowDraft(row, answers))
        else problems.push({ line: position + 1, path: null, problem })
      }
    }
    return { drafts, problems, notes: [] }
  },
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trimEnd())

/** The name of an event: that of its object, and a number. */
const eventName = /^(.+)\.[0-9a-f]{8,}$/

function rowDraft(row: KubernetesRow, answers: EvidenceAnswers): EvidenceDraft {
  const cell = (name: string) => row.get(name) || null
  const [reason, message] = [cell('REASON') ?? '', cell('MESSAGE') ?? '']
  const age = cell('LAST SEEN') ?? cell('AGE') ?? cell('FIRST SEEN') ?? ''
  const { timing, endedAt, count } = kubernetesAge(age, answers, {
    first: cell('FIRST SEEN'),
    times: cell('COUNT'),
  })
  const [nativeId = null, ofObject = cell('NAME')] = eventName.exec(cell('NAME') ?? '') ?? []
  const object = cell('OBJECT') ?? [cell('KIND')?.toLowerCase(), ofObject].filter(Boolean).join('/')
  return evidenceDraft({
    ...timing,
    endedAt,
    count,
    nativeId,
    text: [object, reason, message].filter(Boolean).join(': '),
    actor: (cell('SOURCE') ?? cell('FROM'))?.split(',')[0] ?? null, // the other part is the node
    kindHint: kubernetesKind({ type: cell('TYPE'), reason, message }),
    place: cell('NAMESPACE'),
  })
}
