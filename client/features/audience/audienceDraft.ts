import type { PersonId, TeamId } from '../../../shared/ids.ts'
import type { Audience } from '../../../shared/wire/access.ts'
import type { Access } from '../../room/useAccess.ts'

/** An audience as it is being chosen. Oneself is in it and cannot be left out, so is not among the chosen. */
export type AudienceDraft = {
  isRestricted: boolean
  personIds: ReadonlySet<PersonId>
  teamIds: ReadonlySet<TeamId>
}

/** Only those there are to choose: the server takes nobody who has left the workspace, nor a team that is gone. */
export function draftOf({ audience, people, teams }: Access, me: PersonId | null): AudienceDraft {
  const colleagues = new Set(people.map(({ personId }) => personId))
  const known = new Set(teams.map(({ teamId }) => teamId))
  return {
    isRestricted: audience.isRestricted,
    personIds: new Set(audience.personIds.filter((id) => id !== me && colleagues.has(id))),
    teamIds: new Set(audience.teamIds.filter((id) => known.has(id))),
  }
}

export const bodyOf = ({ isRestricted, personIds, teamIds }: AudienceDraft): Audience => ({
  isRestricted,
  personIds: [...personIds],
  teamIds: [...teamIds],
})

/** Whom an audience names counts only while it is one. */
export const isSameAudience = (one: AudienceDraft, other: AudienceDraft): boolean =>
  one.isRestricted === other.isRestricted &&
  (!one.isRestricted || (isSameSet(one.personIds, other.personIds) && isSameSet(one.teamIds, other.teamIds)))

const isSameSet = <Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>) =>
  one.size === other.size && [...one].every((item) => other.has(item))

export function chosenAnew<Item>(chosen: ReadonlySet<Item>, item: Item, isIn: boolean): ReadonlySet<Item> {
  const next = new Set(chosen)
  if (isIn) next.add(item)
  else next.delete(item)
  return next
}
