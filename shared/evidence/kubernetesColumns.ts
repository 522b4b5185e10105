/** A row as its cells by the names of their columns, in capitals. */
export type KubernetesRow = ReadonlyMap<string, string>

export type KubernetesColumns = {
  names: string[]
  /** Where they begin in the line. */
  starts: number[]
  /** Null where it takes the places of the columns to tell what belongs into which. */
  row: RegExp | null
  isTabbed: boolean
}

const LONGEST_HEAD = 1000

/** Those that may be empty in a row, or hold blanks. */
const loose = ['MESSAGE', 'SUBOBJECT', 'SOURCE', 'FROM']

/** The columns that a line names; null where it is no head of a table of events. */
export function columnsIn(line: string): KubernetesColumns | null {
  if (line.length > LONGEST_HEAD || !/\breason\b/i.test(line)) return null
  const found = [...line.matchAll(/\S+(?: \S+)*/g)]
  const names = found.map(([name]) => name.toUpperCase().replace(/^(LAST|FIRST)[ _]?SEEN$/, '$1 SEEN'))
  const hasAge = ['LAST SEEN', 'FIRST SEEN', 'AGE'].some((name) => names.includes(name))
  if (!hasAge || !names.includes('REASON') || !names.includes('MESSAGE')) return null
  const hasOpenCell = names.includes('SUBOBJECT') || names.at(-1) !== 'MESSAGE'
  const row = hasOpenCell ? null : new RegExp(`^\\s*${names.map(cellPattern).join('\\s+')}$`)
  return { names, starts: found.map(({ index }) => index), row, isTabbed: line.includes('\t') }
}

/** By where the columns begin; where a row does not keep to that, as while watching, cell by cell. */
export function rowIn(line: string, columns: KubernetesColumns): KubernetesRow | null {
  const { names, starts, row, isTabbed } = columns
  const aligned = isTabbed
    ? line.split('\t')
    : starts.map((start, position) => line.slice(position === 0 ? 0 : start, starts[position + 1]))
  const keepsTo = isTabbed
    ? aligned.length === names.length
    : starts.every((start) => start === 0 || start > line.length || line.charAt(start - 1) === ' ')
  const cells = aligned.map((cell) => cell.trim())
  if (keepsTo && names.every((name, position) => isCell(name, cells[position] ?? ''))) {
    return new Map(names.map((name, position) => [name, cells[position] ?? '']))
  }
  const found = row?.exec(line)
  return found ? new Map(names.map((name, position) => [name, found[position + 1] ?? ''])) : null
}

const isCell = (name: string, cell: string): boolean =>
  loose.includes(name) || (cell !== '' && (isAge(name) || !/\s/.test(cell)))

const isAge = (name: string): boolean => name === 'AGE' || name === 'LAST SEEN'

const cellPattern = (name: string): string => {
  if (name === 'MESSAGE') return '(.*)'
  if (name === 'SOURCE') return '(\\S+(?:, \\S+)?)'
  return isAge(name) ? '(\\S+(?: \\(x\\d+ over \\S+\\))?)' : '(\\S+)'
}
