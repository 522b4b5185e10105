import { ok, type Result } from '../../result.ts'
import { readTable, type Table } from '../table/readTable.ts'
import {
  type FoundSeries,
  type MetricProblem,
  type MetricRead,
  type MetricReading,
  type MetricRefusal,
  metricRefusal,
  TOLD_EVERY,
} from './metricRead.ts'
import { metricTime } from './metricTime.ts'
import { isGap, metricValue } from './metricValue.ts'

const timeNames = /^(@?time(stamp)?|date(\s?time)?|ts|_time|when|period|time \(.*\)|date_?time|at)$/i
const NAMED_LINES = 200
/** So many rows decide what a column holds. */
const ROWS_LOOKED_AT = 20

export function tableMetrics(
  text: string,
  { zone, onProgress }: MetricReading,
): Result<MetricRead, MetricRefusal> {
  const table = readTable(text)
  if (!table)
    return metricRefusal(
      'noFormat',
      'This is no table: a first row of names and a row for each time is expected.',
    )
  const timeColumn = timeColumnOf(table, zone)
  if (timeColumn === null)
    return metricRefusal(
      'noTime',
      'No column of times was found. Call it “time”, and write times like 2026-03-10 14:31.',
    )
  const valueColumns = table.header.flatMap((_, column) =>
    column !== timeColumn && holds(table, column, (cell) => metricValue(cell) !== null) ? column : [],
  )
  if (valueColumns.length === 0)
    return metricRefusal('noValue', 'No column of numbers was found beside the times.')

  const series = valueColumns.map((column): FoundSeries => {
    const named = /^(.*?)\s*[([]([%µ\p{L}/]{1,12})[)\]]$/u.exec(table.header[column] ?? '')
    return {
      name: named?.[1] || table.header[column] || `Column ${column + 1}`,
      unit: named?.[2] ?? '',
      points: [],
    }
  })
  const problems: MetricProblem[] = table.problems.map(({ line, problem }) => ({ line, problem }))
  for (const [nth, { cells, line }] of table.rows.entries()) {
    if (nth > 0 && nth % TOLD_EVERY === 0) onProgress?.(nth, table.rows.length)
    const at = metricTime(cells[timeColumn], zone)
    if (at === 'needsZone')
      return metricRefusal('needsZone', 'Its times have no zone. Say in which zone they were written.', line)
    if (at === null) {
      problems.push({
        line,
        problem: `has no time that can be read: “${(cells[timeColumn] ?? '').slice(0, 40)}”`,
      })
      continue
    }
    valueColumns.forEach((column, index) => {
      const read = metricValue(cells[column])
      const found = series[index]
      if (read && found) {
        found.points.push({ at, value: read.value })
        found.unit ||= read.unit
      } else if (!isGap(cells[column]))
        problems.push({ line, problem: `“${(cells[column] ?? '').slice(0, 40)}” is no number` })
    })
  }
  return ok({ series, problems: problems.slice(0, NAMED_LINES) })
}

function timeColumnOf(table: Table, zone: string | null): number | null {
  const isTime = (cell: string) => metricTime(cell, zone) !== null
  const named = table.header.findIndex((name) => timeNames.test(name.trim()))
  if (named >= 0 && holds(table, named, isTime)) return named
  const found = table.header.findIndex((_, column) => holds(table, column, isTime))
  return found >= 0 ? found : null
}

/** Most of what stands in a column is of this kind; gaps say nothing. */
function holds({ rows }: Table, column: number, isSo: (cell: string) => boolean): boolean {
  const cells = rows
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => !isGap(cell))
    .slice(0, ROWS_LOOKED_AT)
  return cells.length > 0 && cells.filter(isSo).length * 2 > cells.length
}
