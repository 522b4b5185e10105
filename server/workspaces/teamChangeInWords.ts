import type { PersonId } from '../../shared/ids.ts'
import type { Team } from '../../shared/wire/workspaces.ts'

/** For the audit log; null where nothing is different. `Payments → Billing, added Ada Bruun, removed Sam Li`. */
export function teamChangeInWords(
  before: Team,
  after: Team,
  namesById: ReadonlyMap<PersonId, string>,
): string | null {
  const missingIn = (team: Team, other: Team) => {
    const ids = new Set(other.personIds)
    return [...new Set(team.personIds)].filter((id) => !ids.has(id)).map((id) => namesById.get(id) ?? id)
  }
  const added = missingIn(after, before)
  const removed = missingIn(before, after)
  if (added.length + removed.length === 0 && before.name === after.name) return null
  return [
    before.name === after.name ? after.name : `${before.name} → ${after.name}`,
    ...(added.length > 0 ? [`added ${listed(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${listed(removed)}`] : []),
  ].join(', ')
}

const MOST_NAMES = 10

const listed = (names: string[]): string => {
  const more = names.length - MOST_NAMES
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
}
