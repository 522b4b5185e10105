import { createContext } from 'react'
import type { PostmortemId } from '../../../shared/ids.ts'
import { repeatedWaivers, type WaivedIncident } from '../../../shared/triage/repeatedWaivers.ts'

/** `checkout-api waived 3 times in 90 days`, by the postmortem it concerns. */
export const WaivedAgainContext = createContext<ReadonlyMap<PostmortemId, string>>(new Map())

export function waivedAgainByPostmortem(
  incidents: readonly WaivedIncident[],
  now: number,
): ReadonlyMap<PostmortemId, string> {
  const words = new Map<PostmortemId, string>()
  for (const { service, postmortemIds } of repeatedWaivers(incidents, now))
    for (const id of postmortemIds)
      words.set(id, `${service} waived ${postmortemIds.length} times in 90 days`)
  return words
}
