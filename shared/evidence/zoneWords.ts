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
/** The offsets each of these may mean, in minutes. CST is said of Chicago in summer, too. */
const offsetsByUnclear: ReadonlyMap<string, readonly number[]> = new Map([
  ['IST', [330, 60, 120]],
  ['CST', [-360, 480, -300]],
  ['BST', [60, 360]],
  ['AST', [-240, 180]],
])

/** What one of those may mean; null for a zone that is named clearly, or not at all. */
export const offsetsOfUnclear = (named: string | null): readonly number[] | null =>
  offsetsByUnclear.get(named?.trim().toUpperCase() ?? '') ?? null

const zoneByWords: ReadonlyMap<string, string> = new Map([
  ['pacific time', 'America/Los_Angeles'],
  ['mountain time', 'America/Denver'],
  ['central time', 'America/Chicago'],
  ['eastern time', 'America/New_York'],
  ['pacific standard time', '-08:00'],
  ['pacific daylight time', '-07:00'],
  ['eastern standard time', '-05:00'],
  ['eastern daylight time', '-04:00'],
  ['central european time', 'Europe/Berlin'],
  ['central european summer time', '+02:00'],
  ['greenwich mean time', 'UTC'],
  ['coordinated universal time', 'UTC'],
])
const inEitherCase = (words: string) =>
  words.replace(/\p{L}+/gu, (word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`)

const areas = 'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Canada|Etc|Europe|Indian|Pacific|US'

/** In small letters only those that are no word of a language: `est` and `ist` are. */
const small = 'utc|Utc|gmt|pst|pdt|cet|cest|edt|cdt|mdt'

/** The zones a written time may name, for a pattern. */
export const zonePattern = [
  '(?:UTC|GMT|utc|gmt)\\s?[+-]\\d{1,2}(?::?\\d\\d)?',
  ...[...zoneByWords.keys()].map(inEitherCase),
  ...zoneByAbbreviation.keys(),
  ...offsetsByUnclear.keys(),
  small,
  '[+-]\\d\\d:?\\d\\d',
  `(?:${areas})/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?(?:[+-]\\d{1,2})?`,
].join('|')

/** A zone this project reckons with, for one that is named; null for one that means several things or nothing. */
export function offsetZone(named: string): string | null {
  const name = named.trim()
  const known = zoneByAbbreviation.get(name.toUpperCase()) ?? zoneByWords.get(name.toLowerCase())
  if (known) return known
  const offset = /^(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d\d)?$/i.exec(name)
  if (offset) {
    const zone = `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`
    return /^[+-]00:00$/.test(zone) ? 'UTC' : zone
  }
  return name.includes('/') ? name : null
}

const zoneWithin = new RegExp(`(?<![\\p{L}\\d])(${zonePattern})(?![\\p{L}\\d])`, 'u')

/** The zone that a heading or a column names: `Time (ET)`, `created_utc`, `createdUtc`, `all times Europe/Paris`. */
export function zoneIn(heading: string): string | null {
  const found = zoneWithin.exec(heading.replace(/(?<=\p{Ll})(?=U[Tt][Cc](?!\p{L}))/u, ' '))
  return found?.[1] ?? null
}
