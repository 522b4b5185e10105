import type { ActionItem } from '../content/actionItems.ts'
import { markIdOf, type PreparationMark } from '../content/preparationMarks.ts'
import type { RoleHolder } from '../content/roleHolders.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import { hashText } from '../evidence/hashText.ts'
import { incidentRoleGuide } from '../guide/incidentRoles.ts'
import type { PersonId, PreparationMarkId, TeamId, TimelineEventId } from '../ids.ts'
import type { Member } from '../meeting/meeting.ts'
import { findNames } from './findNames.ts'

export type KnownPerson = { personId: PersonId; name: string }
export type KnownTeam = { teamId: TeamId; name: string; personIds: readonly PersonId[] }

export type CoverageInput = {
  timeline: readonly Pick<TimelineEvent, 'id' | 'text'>[]
  actionItems: readonly Pick<ActionItem, 'owner'>[]
  /** `open`: they have an invitation that still lets them in. */
  roleHolders: readonly (RoleHolder & { invited?: 'open' | 'accepted' | 'over' | null })[]
  marks: readonly PreparationMark[]
  members: readonly Member[]
  /** The workspace, as far as whoever looks may know it. */
  people: readonly KnownPerson[]
  teams: readonly KnownTeam[]
}

/** Someone, or a team, that the review speaks of. */
export type Expected = {
  markId: PreparationMarkId
  kind: 'person' | 'team' | 'name'
  name: string
  /** The events that name them, in order. */
  eventIds: TimelineEventId[]
  /** The roles they had, in words. */
  roles: string[]
  ownsAction: boolean
  /** `here` has joined; of a team, one of its people has. */
  state: 'here' | 'invited' | 'notNeeded' | 'missing'
  /** Why they need not come. */
  reason: string
}

/** Everybody the timeline, the roles and the actions name, and whether they are in: those missing first. */
export function coverageOf(input: CoverageInput): Expected[] {
  const { timeline, actionItems, roleHolders, members, teams } = input
  const people = knownPeople(input)
  const nameById = new Map(people.map(({ personId, name }) => [personId, name]))
  const joined = new Set(members.map(({ personId }) => personId))
  const markById = new Map(input.marks.map((mark) => [mark.id, mark]))
  const teamByName = new Map(teams.map((team) => [nameKey(team.name), team]))
  const personByName = new Map(people.map((person) => [nameKey(person.name), person]))
  const expected = new Map<string, Expected>()

  const expect = (kind: Expected['kind'], which: string, name: string, isHere: boolean): Expected => {
    const markId = markIdOf(kind, which)
    const known = expected.get(markId)
    if (known) return known
    const mark = markById.get(markId)
    const said = mark?.says === 'invited' || mark?.says === 'notNeeded' ? mark.says : 'missing'
    const state = isHere ? 'here' : said
    const reason = state === 'notNeeded' ? (mark?.reason ?? '') : ''
    const one: Expected = { markId, kind, name, eventIds: [], roles: [], ownsAction: false, state, reason }
    expected.set(markId, one)
    return one
  }
  const person = (id: PersonId, ifUnknown: string) =>
    expect('person', id, nameById.get(id) ?? ifUnknown, joined.has(id))
  const team = (one: KnownTeam) =>
    expect(
      'team',
      one.teamId,
      one.name,
      one.personIds.some((id) => joined.has(id)),
    )
  const named = (name: string): Expected => {
    const [knownTeam, knownPerson] = [teamByName.get(nameKey(name)), personByName.get(nameKey(name))]
    if (knownPerson) return person(knownPerson.personId, name)
    return knownTeam ? team(knownTeam) : expect('name', hashOf(name), name, false)
  }

  const namesIn = findNames(
    people.map(({ personId, name }) => ({ id: personId, name })),
    teams.map(({ teamId, name }) => ({ id: teamId, name })),
  )
  for (const { id, text } of timeline) {
    const { personIds, teamIds, unknown } = namesIn(text)
    for (const personId of personIds) person(personId, 'Someone').eventIds.push(id)
    for (const one of teams) if (teamIds.includes(one.teamId)) team(one).eventIds.push(id)
    for (const name of unknown) named(name).eventIds.push(id)
  }
  for (const { personId, name, role, invited } of roleHolders) {
    const one = personId ? person(personId, name) : named(name)
    one.roles.push(incidentRoleGuide[role].title)
    if (invited === 'open' && one.state === 'missing') one.state = 'invited'
  }
  for (const { owner } of actionItems) {
    if (owner?.personId) person(owner.personId, owner.name || 'Someone').ownsAction = true
    else if (owner?.name.trim()) named(owner.name).ownsAction = true
  }
  return [...expected.values()].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name),
  )
}

const order: readonly Expected['state'][] = ['missing', 'invited', 'notNeeded', 'here']

/** The same name, however it is spaced and capitalised. */
const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
const hashOf = (name: string): string => hashText(nameKey(name))

function knownPeople({ people, members }: CoverageInput): KnownPerson[] {
  const known = new Map(people.map((person) => [person.personId, person.name]))
  for (const { personId, name } of members) known.set(personId, name)
  return [...known].map(([personId, name]) => ({ personId, name }))
}
