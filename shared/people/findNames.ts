export type Nameable<Id extends string> = { id: Id; name: string }

/** First names that are words as well: alone, they say nothing of a person. */
const alsoWords = new Set(
  'Amber Angel April Art Autumn Bill Carol Chance Chase Dawn Dean Drew Duke Earl Faith Frank Gene Grace Grant Guy Hope Ivy Jack Jade Jan Joy June Lily Mark Max May Miles Nick Olive Page Pat Penny Ray Rich Rob Robin Rose Ruby Sandy Sky Sue Summer Will'.split(
    ' ',
  ),
)
/** What chats call everybody by. */
const everybody = new Set(['here', 'channel', 'everyone', 'all', 'team', 'oncall', 'on-call'])
const edge = { before: '(?<![\\p{L}\\p{N}_.@])', after: '(?![\\p{L}\\p{N}_])' }

/**
 * Who is named in a text: people by their whole name, by a first name nobody else here has, or by `@name`; teams by their
 * name as it is written, or in any letters before or after “team”. Answers ids, and each `@name` that fits nobody.
 */
export function findNames<PersonId extends string, TeamId extends string>(
  people: readonly Nameable<PersonId>[],
  teams: readonly Nameable<TeamId>[],
): (text: string) => { personIds: PersonId[]; teamIds: TeamId[]; unknown: string[] } {
  const whole = grouped(people, ({ name }) => plain(name))
  const first = grouped(people, ({ name }) => firstWord(name))
  const teamsByName = grouped(teams, ({ name }) => plain(name))
  const named = [...whole.keys(), ...first.keys(), ...teamsByName.keys()].filter((name) => name.length > 1)
  const known = patternOf(named)

  return (text) => {
    const personIds = new Set<PersonId>()
    const teamIds = new Set<TeamId>()
    const unknown = new Set<string>()
    if (known) {
      for (const match of text.matchAll(known)) {
        const [written, at = '', words = ''] = match
        if (at !== '' && text[match.index + written.length] === '/') continue // a package
        const name = plain(words)
        for (const { id } of whole.get(name) ?? []) personIds.add(id)
        const byFirst = first.get(name) ?? []
        const isCalled = at !== '' || (words[0] !== words[0]?.toLowerCase() && !alsoWords.has(words))
        if (isCalled && byFirst.length === 1) for (const { id } of byFirst) personIds.add(id)
        for (const team of teamsByName.get(name) ?? []) {
          const isAsWritten = at !== '' || team.name.includes(' ') || team.name === words
          if (isAsWritten || isBesideTeam(text, match.index, match.index + written.length))
            teamIds.add(team.id)
        }
      }
    }
    for (const [, handle = ''] of text.matchAll(handles)) {
      const name = plain(handle.replace(/[.-]+$/, ''))
      const spoken = name.replace(/[._-]/g, ' ')
      if (everybody.has(name)) continue
      const isKnown = [name, spoken].some(
        (tried) => whole.has(tried) || first.has(tried) || teamsByName.has(tried),
      )
      if (!isKnown) unknown.add(`@${handle.replace(/[.-]+$/, '')}`)
      else for (const { id } of whole.get(spoken) ?? []) personIds.add(id)
    }
    return { personIds: [...personIds], teamIds: [...teamIds], unknown: [...unknown] }
  }
}

/** An address has letters before its `@`, a package a slash after. */
const handles = /(?<![\p{L}\p{N}_.@/])@([A-Za-z][\w.-]{1,38})(?![\w/])/gu

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
const firstWord = (name: string): string => plain(name).split(' ')[0] ?? ''

const isBesideTeam = (text: string, from: number, to: number): boolean =>
  /^\s+team\b/i.test(text.slice(to, to + 10)) || /\bteam\s+$/i.test(text.slice(Math.max(0, from - 10), from))

function grouped<Id extends string>(all: readonly Nameable<Id>[], keyOf: (one: Nameable<Id>) => string) {
  const byKey = new Map<string, Nameable<Id>[]>()
  for (const one of all) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one])
  return byKey
}

/** The longest first, so that a whole name is not taken for its first word. */
function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const escaped = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(' ', '\\s+'))
  return new RegExp(`${edge.before}(@?)(${escaped.join('|')})${edge.after}`, 'giu')
}
