import { useState } from 'react'
import type { WorkspaceId } from '../../../shared/ids.ts'
import { mayInWorkspace } from '../../../shared/people/workspaceRoles.ts'
import type { Membership } from '../../../shared/wire/people.ts'

/** Where a new postmortem belongs, and whether only some may read it: what the server is asked for. */
export type StartingIn = { workspaceId?: WorkspaceId; isRestricted: boolean }

export type StartingInChoice = {
  places: readonly Membership[]
  startingIn: StartingIn
  choose: (startingIn: StartingIn) => void
}

/** Where someone may begin one. A guest may nowhere. */
export const placesToStart = (workspaces: readonly Membership[]): Membership[] =>
  workspaces.filter(({ role }) => mayInWorkspace(role, 'startPostmortems'))

/** The first place, open to everybody there, until something else is chosen. */
export function useStartingIn(places: readonly Membership[]): StartingInChoice {
  const [first] = places
  const [startingIn, choose] = useState<StartingIn>({
    ...(first && { workspaceId: first.workspaceId }),
    isRestricted: false,
  })
  return { places, startingIn, choose }
}
