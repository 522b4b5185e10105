/**
 * Abbreviations that mean one thing in practice, as offsets or zones. IST, CST, BST and AST mean several (India,
 * Ireland, Israel; Chicago, China; Britain, Bangladesh; Halifax, Riyadh), so they are asked about.
 */
const zoneByAbbreviation: ReadonlyMap<string, string> = new Map([
  ...['UTC', 'GMT', 'Z', 'ZULU', 'UCT'].map((name) => [name, 'UTC'] as const),
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['PT', 'America/Los_Angeles'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['MT', 'America/Denver'],
  ['CDT', '-05:00'],
  ['CT', 'America/Chicago'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['ET', 'America/New_York'],
  ['WET', '+00:00'],
  ['WEST', '+01:00'],
  ['CET', '+01:00'],
  ['MEZ', '+01:00'],
  ['CEST', '+02:00'],
  ['MESZ', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['MSK', '+03:00'],
  ['SGT', '+08:00'],
  ['HKT', '+08:00'],
  ['AWST', '+08:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['AEST', '+10:00'],
  ['AEDT', '+11:00'],
  ['NZST', '+12:00'],
  ['NZDT', '+13:00'],
])
const unclearAbbreviations = ['IST', 'CST', 'BST', 'AST']

/** The zones a written time may name, for a pattern. */
export const zonePattern = `(?:UTC|GMT)\\s?[+-]\\d{1,2}(?::?\\d\\d)?|Z|${[
  ...zoneByAbbreviation.keys(),
  ...unclearAbbreviations,
].join('|')}|[+-]\\d\\d:?\\d\\d|[A-Z][a-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?`

/** A zone this project reckons with, for one that is named; null for one that means several things or nothing. */
export function offsetZone(named: string): string | null {
  const name = named.trim()
  const known = zoneByAbbreviation.get(name.toUpperCase())
  if (known) return known
  const offset = /^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d\d)?$/i.exec(name)
  if (offset) {
    const zone = `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`
    return /^[+-]00:00$/.test(zone) ? 'UTC' : zone
  }
  return name.includes('/') ? name : null
}

const zoneWithin = new RegExp(`(?<![\\p{L}\\d])(${zonePattern})(?![\\p{L}\\d])`, 'u')

/** The zone that a heading or a column names: `Time (ET)`, `created_utc`, `all times Europe/Paris`. */
export function zoneIn(heading: string): string | null {
  const found = zoneWithin.exec(
    heading.replaceAll('_', ' ').replace(/\b(?:utc|gmt)\b/i, (name) => name.toUpperCase()),
  )
  return found?.[1] ?? null
}
