import { type EventKind, eventKinds } from '../eventKinds.ts'
import { type EvidenceAnswers, type EvidenceDraft, evidenceDraft, noAnswers } from '../evidenceDraft.ts'
import {
  COUNT_EVERY,
  type EvidenceFormat,
  type EvidenceProblem,
  type EvidenceRead,
} from '../evidenceFormat.ts'
import { farFromOthers } from '../farFromOthers.ts'
import { kindInWords } from '../kindInWords.ts'
import { cellTiming } from '../table/cellTiming.ts'
import { readTable, type Table, type TableRow } from '../table/readTable.ts'
import { tableDays } from '../table/tableDays.ts'
import { type TimelineColumns, timelineColumns } from '../table/timelineColumns.ts'
import { dateOrderIn, hasHalves, noContext, type WrittenContext } from '../writing/timingOf.ts'
import { findClocks } from '../writing/writtenClocks.ts'
import { zoneIn } from '../zoneWords.ts'

/** `10:14:10,123 ERROR …`: the comma is a decimal point. */
const logLine = /^[^\n,]{0,40}\d\d:\d\d:\d\d,\d{3}\b(?!,)/

/** Any table with a column of times and one of words: comma, semicolon or tab, header names in any language or none. */
export const plainCsv: EvidenceFormat = {
  name: 'plain-csv',
  label: 'table',
  recognises: ({ text, documents }) => {
    const table = documents.length === 0 && !logLine.test(text) ? readTable(text) : null
    const columns = table && timelineColumns(table, noAnswers)
    return columns !== null && columns.texts.length > 0
  },
  read: ({ text }, answers, onCount = () => {}) => {
    const table = readTable(text)
    const columns = table && timelineColumns(table, answers)
    return table && columns
      ? readRows(table, columns, answers, onCount)
      : { drafts: [], problems: [], notes: [] }
  },
}

function readRows(
  table: Table,
  columns: TimelineColumns,
  answers: EvidenceAnswers,
  onCount: (draftCount: number) => void,
): EvidenceRead {
  const rows = columns.isHeadless ? [table.first, ...table.rows] : table.rows
  const context = contextOf(table, columns)
  const drafts: EvidenceDraft[] = []
  const problems: EvidenceProblem[] = [...table.problems]
  let empty = 0
  const days = tableDays(rows.map(({ cells }) => cells[columns.time]?.trim() ?? ''))
  let carried = 0
  for (const [position, row] of rows.entries()) {
    if (position % COUNT_EVERY === 0) onCount(drafts.length)
    const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim())
    const { written, isCarried, isLost } = days.next(
      cell(columns.date),
      `${cell(columns.time)} ${cell(columns.half)}`.trim(),
    )
    if (isCarried) carried++
    const around = { ...zonedBy(context, cell(columns.zone)), isDayLost: isLost }
    const draft = draftOf(row, columns, written, around, answers)
    if (draft.text === '') empty++
    else drafts.push(draft)
    if (draft.text !== '' && draft.needs.includes('time') && written !== '') {
      problems.push({
        line: row.line,
        path: null,
        problem: `has “${written.slice(0, 40)}” where its time should be`,
      })
    }
  }
  const left = (note: string) => ({ about: 'leftOut' as const, note })
  return {
    drafts,
    problems,
    notes: [
      ...farFromOthers(drafts),
      ...(empty > 0 ? [left(`Rows without words (${empty}) are left out.`)] : []),
      ...(carried > 0
        ? [
            {
              about: 'assumed' as const,
              note: `Rows without a day (${carried}) are on the day of the row above them.`,
            },
          ]
        : []),
    ],
  }
}

function draftOf(
  { cells, row }: TableRow,
  columns: TimelineColumns,
  written: string,
  context: WrittenContext,
  answers: EvidenceAnswers,
): EvidenceDraft {
  const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const text = columns.texts
    .map(cell)
    .filter((words) => words !== '')
    .join('\n')
  const timing = cellTiming(written, context, answers)
  const end = cellTiming(cell(columns.end), context, answers)
  return evidenceDraft({
    nativeId: cell(columns.id) || String(row),
    at: timing?.at ?? null,
    precision: timing?.precision ?? 'minute',
    needs: timing?.needs ?? ['time'],
    written: timing ? timing.written : written || null,
    endedAt: end?.at ?? timing?.endedAt ?? null,
    text,
    actor: cell(columns.actor),
    kindHint: kindOf(cell(columns.kind), text),
    place: cell(columns.place),
  })
}

function contextOf({ header, rows }: Table, columns: TimelineColumns): WrittenContext {
  const cells = rows.flatMap(({ cells }) =>
    [columns.time, columns.date].map((column) => cells[column ?? -1] ?? ''),
  )
  return {
    ...noContext,
    zone: zoneIn(header[columns.time] ?? '') ?? zoneIn(header[columns.date ?? -1] ?? ''),
    dateOrder: dateOrderIn(cells.join('\n')),
    hasHalves: hasHalves(cells.flatMap((cell) => findClocks(cell).map(({ clock }) => clock))),
  }
}

const zonedBy = (context: WrittenContext, zone: string): WrittenContext =>
  zone === '' ? context : { ...context, zone }

/** A column may name the kind in our words; in other words, they are read like a text. */
function kindOf(named: string, text: string): EventKind {
  const known = eventKinds.find((kind) => kind === named.toLowerCase())
  if (known) return known
  const hinted = kindInWords(named)
  return hinted === 'other' ? kindInWords(text) : hinted
}
