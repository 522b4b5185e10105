import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft } from '../evidenceDraft.ts'
import type { EvidenceFormat, EvidenceProblem } from '../evidenceFormat.ts'
import { cellTiming } from '../table/cellTiming.ts'
import { readTable, type Table, type TableRow } from '../table/readTable.ts'
import { type ZendeskColumns, zendeskColumns } from '../table/zendeskColumns.ts'
import { dateOrderIn, noContext, type WrittenContext } from '../writing/timingOf.ts'
import { zoneIn } from '../zoneWords.ts'

/** A view of tickets as CSV, in English or localised. Requesters are customers: their names stay out of a postmortem. */
export const zendeskCsv: EvidenceFormat = {
  name: 'zendesk',
  label: 'Zendesk export',
  recognises: ({ text, documents }) => {
    const table = documents.length === 0 ? readTable(text) : null
    return table !== null && zendeskColumns(table) !== null
  },
  read: ({ text }, answers) => {
    const table = readTable(text)
    const columns = table && zendeskColumns(table)
    if (!table || !columns) return { drafts: [], problems: [], notes: [] }
    const problems: EvidenceProblem[] = [...table.problems]
    const context = contextOf(table, columns)
    const drafts = table.rows.flatMap((row) => ticketDraft(row, columns, context, answers, problems) ?? [])
    return { drafts, problems, notes: [] }
  },
}

function ticketDraft(
  { cells, line }: TableRow,
  columns: ZendeskColumns,
  context: WrittenContext,
  answers: EvidenceAnswers,
  problems: EvidenceProblem[],
): EvidenceDraft | null {
  const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const id = cell(columns.id).replace(/^#/, '')
  const text = [cell(columns.subject), cell(columns.description)].filter((words) => words !== '').join('\n')
  if (id === '' || text === '') {
    problems.push({ line, path: null, problem: 'has no ticket number or no words; it may be half a row' })
    return null
  }
  const written = cell(columns.created)
  const timing = cellTiming(written, context, answers)
  if (!timing && written !== '') {
    problems.push({ line, path: null, problem: `has “${written.slice(0, 40)}” where a date should be` })
  }
  return evidenceDraft({
    nativeId: id,
    at: timing?.at ?? null,
    precision: timing?.precision ?? 'minute',
    needs: timing?.needs ?? ['time'],
    written: timing ? timing.written : written || null,
    endedAt: cellTiming(cell(columns.solved), context, answers)?.at ?? null,
    text,
    actor: 'customer',
    kindHint: 'signal',
    place: cell(columns.group),
  })
}

function contextOf({ header, rows }: Table, { created, solved }: ZendeskColumns): WrittenContext {
  const dates = rows.flatMap(({ cells }) => [created, solved].map((column) => cells[column ?? -1] ?? ''))
  return { ...noContext, zone: zoneIn(header[created] ?? ''), dateOrder: dateOrderIn(dates.join('\n')) }
}
