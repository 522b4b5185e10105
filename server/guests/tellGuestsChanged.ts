import type { PostmortemId } from '../../shared/ids.ts'
import type { Collaboration } from '../collaboration/collaboration.ts'
import type { FindDependencies } from '../postmortems/findPostmortem.ts'
import { accessChangerAsking } from './accessChanger.ts'

export type TellGuestsChanged = (postmortemId: PostmortemId) => void

/** Only whoever may let guests in hears that there is something to look at. */
export const createTellGuestsChanged =
  (dependencies: FindDependencies & { collaboration: Collaboration }): TellGuestsChanged =>
  (postmortemId) =>
    dependencies.collaboration.tellGuestsChanged(
      postmortemId,
      (principal) => accessChangerAsking(dependencies, principal, postmortemId).ok,
    )
