import type { WhoAmI } from '../../shared/wire/people.ts'

/** Whether there is anything here for them. A guest whose visit is over still hears so at the postmortem's own address. */
export const belongsHere = ({ workspaces, visits }: WhoAmI, path: string): boolean =>
  workspaces.length > 0 ||
  visits.some(({ state, postmortemId }) => state !== 'over' || `${path}/`.startsWith(`/p/${postmortemId}/`))
