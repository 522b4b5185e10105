import Papa from 'papaparse'
import type { EvidenceProblem } from '../evidenceFormat.ts'

export type TableRow = {
  cells: readonly string[]
  /** Counted from 1, as a spreadsheet shows it: the header is row 1. */
  row: number
  /** Counted from 1. A cell may have several lines, so this runs ahead of `row`. */
  line: number
}

export type Table = {
  header: readonly string[]
  /** The same as a row, for a table that has no header. */
  first: TableRow
  rows: TableRow[]
  problems: EvidenceProblem[]
}

const delimiters = [',', ';', '\t'] as const

/** Text as a table with a header; null where it has not got two columns in its first row and most of the others. */
export function readTable(text: string): Table | null {
  const named = /^"?sep=([,;\t|])"?\n/i.exec(text) // Excel's own first line
  const skipped = named ? 1 : 0
  const body = named ? text.slice(named[0].length) : text
  const delimiter = named?.[1] ?? likelyDelimiter(body)
  if (delimiter === null) return null
  const { rows, problems } = rowsIn(body, delimiter, 1 + skipped)
  const numbered = rows.map(({ cells, line }, index) => ({ cells, line, row: index + 1 + skipped }))
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [header, ...rest] = withoutTitle(filled)
  if (!header || header.cells.length < 2 || rest.length === 0) return null
  const columns = header.cells.length
  return {
    header: header.cells.map((cell) => cell.trim()),
    first: header,
    rows: rest,
    problems: [...problems, ...rest.flatMap((row) => overlong(row, columns))],
  }
}

/** Spreadsheets may have a title above the header, in a row whose other cells are empty. */
function withoutTitle(rows: TableRow[]): TableRow[] {
  const isTitle = ({ cells }: TableRow) =>
    cells.length > 1 && cells.filter((cell) => cell.trim() !== '').length === 1
  const header = rows.findIndex((row) => !isTitle(row))
  return header > 0 ? rows.slice(header) : rows
}

/** A comma that should stand in quotes cuts a cell in two, and the second half is in no column. */
function overlong({ cells, line }: TableRow, columns: number): EvidenceProblem[] {
  const isMore = cells.slice(columns).some((cell) => cell.trim() !== '')
  const problem = `has ${cells.length} cells where the first row has ${columns}; what is too many was not read`
  return isMore ? [{ line, path: null, problem }] : []
}

/** The one that cuts the first rows into the same number of cells, at least two. */
function likelyDelimiter(text: string): string | null {
  let best: { delimiter: string; score: number } | null = null
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 20 })
    const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''))
    const columns = rows[0]?.length ?? 0
    const agreeing = rows.filter((cells) => cells.length === columns).length
    if (columns < 2 || agreeing * 2 < rows.length) continue
    const score = (agreeing / rows.length) * 100 + columns
    if (!best || score > best.score) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

type RawRow = { cells: string[]; line: number }

function rowsIn(
  text: string,
  delimiter: string,
  firstLine: number,
): { rows: RawRow[]; problems: EvidenceProblem[] } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter })
  const open = errors.find(({ code }) => code === 'MissingQuotes')?.row
  const rows: RawRow[] = []
  let line = firstLine
  for (const cells of data) {
    rows.push({ cells, line })
    line += 1 + cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)
  }
  const broken = open === undefined ? undefined : rows[open]
  if (!broken) return { rows, problems: cutRow(text, rows) }
  const rest = text.split('\n').slice(broken.line - firstLine)
  const again = rest.map((cells, index) => ({
    cells: cells.split(delimiter).map(withoutQuotes),
    line: broken.line + index,
  }))
  const problem =
    'opens a quote that nothing closes; from here on, each line was read as a row without quotes'
  return { rows: [...rows.slice(0, open), ...again], problems: [{ line: broken.line, path: null, problem }] }
}

/** A last line that ends too early, and without a line break, was cut in two. */
function cutRow(text: string, rows: readonly RawRow[]): EvidenceProblem[] {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || text.endsWith('\n') || last.cells.length >= first.cells.length) return []
  const problem = 'is half a row: the file is cut off here, and what came after is not in it'
  return [{ line: last.line, path: null, problem }]
}

const withoutQuotes = (cell: string): string => cell.replace(/^"|"$/g, '').replaceAll('""', '"')
