import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import type { EvidenceFormat, EvidenceProblem } from '../evidenceFormat.ts'
import { kubernetesAge } from '../kubernetesAge.ts'
import { kubernetesKind } from '../kubernetesKind.ts'

const header = /^\s*(?=.*\bREASON\b)(?=.*(?:\bLAST SEEN\b|\bAGE\b)).*\bMESSAGE$/i

/** What `kubectl get events` and `kubectl describe` print: how long ago, counted from when someone asked. */
export const kubernetesTable: EvidenceFormat = {
  name: 'kubernetes-events',
  label: 'Kubernetes events as a table',
  recognises: ({ text }) => linesOf(text).some((line) => header.test(line)),
  read({ text }, answers) {
    const drafts: EvidenceDraft[] = []
    const problems: EvidenceProblem[] = []
    let columns: Columns | null = null
    for (const [position, line] of linesOf(text).entries()) {
      if (header.test(line)) columns = columnsOf(line)
      else if (columns && /[^\s-]/.test(line)) {
        const draft = rowDraft(line, columns, answers)
        const problem = 'does not have the columns of this table'
        if (draft) drafts.push(draft)
        else problems.push({ line: position + 1, path: null, problem })
      }
    }
    return { drafts, problems, notes: [] }
  },
}

/** The names of the columns, and a row of them with a group for each. */
type Columns = { names: string[]; row: RegExp }

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trimEnd())

function columnsOf(line: string): Columns {
  const names = line
    .trim()
    .toUpperCase()
    .split(/\s{2,}|\t/)
    .map((name) => (name === 'LAST SEEN' ? 'AGE' : name))
  return { names, row: new RegExp(`^${names.map(cellPattern).join('\\s+')}$`) }
}

const cellPattern = (name: string): string => {
  if (name === 'MESSAGE') return '(.*)'
  return name === 'AGE' ? '(\\S+(?: \\(x\\d+ over \\S+\\))?)' : '(\\S+)'
}

function rowDraft(line: string, { names, row }: Columns, answers: EvidenceAnswers): EvidenceDraft | null {
  const found = row.exec(line.trim())
  if (!found) return null
  const cells = new Map(names.map((name, position) => [name, found[position + 1] ?? '']))
  const cell = (name: string) => cells.get(name) ?? null
  const [reason, message] = [cell('REASON') ?? '', cell('MESSAGE') ?? '']
  const { timing, endedAt, count } = kubernetesAge(cell('AGE') ?? '', answers)
  return evidenceDraft({
    ...timing,
    endedAt,
    count,
    nativeId: null,
    text: [cell('OBJECT'), reason, message].filter(Boolean).join(': '),
    actor: cell('FROM'),
    kindHint: kubernetesKind({ type: cell('TYPE'), reason, message }),
    place: cell('NAMESPACE'),
  })
}
