import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import type { EvidenceFormat, EvidenceProblem } from '../evidenceFormat.ts'
import { kindInWords } from '../kindInWords.ts'
import { cellTiming } from '../table/cellTiming.ts'
import { type JiraColumns, jiraColumns, jiraComment } from '../table/jiraColumns.ts'
import { readTable, type Table, type TableRow } from '../table/readTable.ts'
import { dateOrderIn, noContext, type WrittenContext, type WrittenTiming } from '../writing/timingOf.ts'
import { zoneIn } from '../zoneWords.ts'

/**
 * Jira's CSV: an issue a row, its comments in columns of the same name. Dates are on the clocks of whoever exported, and
 * the file does not say which, so the zone is asked.
 */
export const jiraCsv: EvidenceFormat = {
  name: 'jira-csv',
  label: 'Jira export',
  recognises: ({ text, documents }) => {
    const table = documents.length === 0 ? readTable(text) : null
    return table !== null && jiraColumns(table) !== null
  },
  read: ({ text }, answers) => {
    const table = readTable(text)
    const columns = table && jiraColumns(table)
    if (!table || !columns) return { drafts: [], problems: [], notes: [] }
    const context = contextOf(table, columns)
    const problems = [...table.problems]
    const drafts = table.rows.flatMap((row) => rowDrafts(row, columns, context, answers, problems))
    return { drafts, problems, notes: [] }
  },
}

function rowDrafts(
  row: TableRow,
  columns: JiraColumns,
  context: WrittenContext,
  answers: EvidenceAnswers,
  problems: EvidenceProblem[],
): EvidenceDraft[] {
  const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim())
  const key = cell(columns.key)
  const comments = columns.comments.map(cell).filter((comment) => comment !== '')
  if (key === '') {
    const problem = 'has no issue key; a line break in another cell may have cut it'
    problems.push({ line: row.line, path: null, problem })
    return []
  }
  const created = timingIn(cell(columns.created), context, answers, row, problems)
  const text = [cell(columns.summary), cell(columns.description)].filter((words) => words !== '').join('\n')
  const issue = evidenceDraft({
    nativeId: key,
    ...created,
    text: text || key,
    actor: cell(columns.reporter),
    kindHint: 'declare',
    endedAt: cellTiming(cell(columns.resolved), context, answers)?.at ?? null,
    thread: comments.length > 0 ? key : null,
    place: cell(columns.project),
  })
  const said = comments.map((comment, index): EvidenceDraft => {
    const [, written = '', actor = '', words = comment] = jiraComment.exec(comment) ?? []
    const timing = timingIn(written, context, answers, row, problems)
    const ids = { nativeId: `${key}#c${index + 1}`, thread: key, place: cell(columns.project) }
    return evidenceDraft({ ...ids, ...timing, text: words, actor, kindHint: kindInWords(words) })
  })
  return [issue, ...said.filter(({ text }) => text !== '')]
}

type CellTiming = Pick<WrittenTiming, 'at' | 'precision' | 'needs' | 'written'>

function timingIn(
  written: string,
  context: WrittenContext,
  answers: EvidenceAnswers,
  { line }: TableRow,
  problems: EvidenceProblem[],
): CellTiming {
  const timing = cellTiming(written, context, answers)
  if (timing) {
    const { at, precision, needs, written } = timing
    return { at, precision, needs, written }
  }
  const problem = `has “${written.slice(0, 40)}” where a date should be`
  if (written !== '') problems.push({ line, path: null, problem })
  return { at: null, precision: 'minute', needs: ['time'], written: written || null }
}

/** All dates of an export are written alike, so one of them may show how the others are meant. */
function contextOf({ header, rows }: Table, columns: JiraColumns): WrittenContext {
  const places = [columns.created, columns.resolved, ...columns.comments].flatMap((column) => column ?? [])
  const dates = rows.flatMap(({ cells }) =>
    places.map((column) => (cells[column] ?? '').split(';', 1)[0] ?? ''),
  )
  return {
    ...noContext,
    zone: zoneIn(header[columns.created ?? -1] ?? ''),
    dateOrder: dateOrderIn(dates.join('\n')),
  }
}
