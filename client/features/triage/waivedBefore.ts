import type { PostmortemId } from '../../../shared/ids.ts'
import { repeatedWaivers, type WaivedIncident } from '../../../shared/triage/repeatedWaivers.ts'

/** The services that would be waived for the third time, or more often, in 90 days if this one were waived as well. */
export function waivedBefore(
  listed: readonly WaivedIncident[],
  { services, workspaceId, now }: { services: readonly string[]; workspaceId: string; now: number },
): string[] {
  const postmortemId = 'this-one' as PostmortemId // only to find it again below
  const all = [{ postmortemId, workspaceId, services, waiver: { at: now } }, ...listed]
  return repeatedWaivers(all, now)
    .filter(({ postmortemIds }) => postmortemIds.includes(postmortemId))
    .map(({ service }) => service)
}
