const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Halves of the day as tools write them behind or before the clock, in languages that have words of their own for them. */
const halves: readonly (readonly [words: string, half: 'AM' | 'PM'])[] = [
  ['午前|上午|오전|vorm\\.|f\\.?m\\.?|dop\\.|de\\.', 'AM'],
  ['午後|下午|오후|nachm\\.|e\\.?m\\.?|odp\\.|du\\.', 'PM'],
]
const halfPatterns = halves.map(([words, half]) => ({
  half,
  before: new RegExp(`(?:${words})\\s?(\\d{1,2}(?::\\d\\d){1,2})$`, 'i'),
  after: new RegExp(`(\\d{1,2}(?::\\d\\d){1,2})\\s?(?:${words})$`, 'i'),
}))

/**
 * A cell that holds a time, in a notation that is read everywhere: `20260311T101410Z`, `2026-03-11T10:14Z[UTC]`, a date as
 * JavaScript prints it, `11.3.2026 klo 10.14`, clocks and months of Chinese, Japanese and Korean tools.
 */
export function plainCell(cell: string): string {
  const text = cell
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)[T ]?(\d\d):?([0-5]\d):?([0-5]\d)?(?!\d)/, '$1-$2-$3T$4:$5:$6')
    .replace(/:(?=$|Z)/, '')
    .replace(/(Z|[+-]\d\d:?\d\d)(?:\[[^[\]]+\]|\s\([^()]+\))$/, '$1')
    .replace(/\bkl(?:o|ockan|\.)?\s+(?=\d)/i, '')
    .replace(/(?<=\d[-./]\d{1,2}[-./]\d{1,4},?\s+)(\d{1,2})\.([0-5]\d)(?:\.([0-5]\d))?$/, clockOf)
    .replace(/(\d{1,2})[時时시]\s?(\d{1,2})[分분](?:\s?(\d{1,2})[秒초])?/, clockOf)
    .replace(/^(\d{1,2})\/(\d{1,2})[月월]\/(\d\d)(?!\d)/, '20$3-$2-$1')
    .replace(/^(\d{1,2})\/([一二三四五六七八九十]{1,2})月\/(\d\d)(?!\d)/, (whole, day, month, year) => {
      const number = chineseMonths.indexOf(month) + 1
      return number === 0 ? whole : `20${year}-${number}-${day}`
    })
  return halfPatterns.reduce(
    (read, { half, before, after }) => read.replace(before, `$1 ${half}`).replace(after, `$1 ${half}`),
    text,
  )
}

const clockOf = (_whole: string, hour: string, minute: string, second?: string): string =>
  [hour, minute, ...(second === undefined ? [] : [second])].map((part) => part.padStart(2, '0')).join(':')
