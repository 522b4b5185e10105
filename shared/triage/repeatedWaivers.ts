import type { PostmortemId } from '../ids.ts'

const DAY_MS = 86_400_000
export const WAIVERS_COUNT_FOR_MS = 90 * DAY_MS
/** So many for one service are a pattern that somebody ought to look at. */
export const WAIVERS_TO_RESURFACE = 3

/** Something that was not reviewed, for a recorded reason. `at`: when that was decided, in ms. */
export type WaivedIncident = {
  postmortemId: PostmortemId
  workspaceId: string
  services: readonly string[]
  waiver: { at: number } | null
}

export type RepeatedWaiver = { service: string; postmortemIds: PostmortemId[] }

/**
 * The services with three or more waivers in one workspace within the 90 days before `now`. Give it only what the
 * reader may read: what is restricted counts for nothing to anybody else.
 */
export function repeatedWaivers(incidents: readonly WaivedIncident[], now: number): RepeatedWaiver[] {
  const found = new Map<string, RepeatedWaiver>()
  for (const { postmortemId, workspaceId, services, waiver } of incidents) {
    if (!waiver || waiver.at <= now - WAIVERS_COUNT_FOR_MS) continue
    for (const [key, service] of new Map(services.map((name) => [sameService(name), name]))) {
      const place = `${workspaceId} ${key}`
      const known = found.get(place)
      if (known) known.postmortemIds.push(postmortemId)
      else found.set(place, { service, postmortemIds: [postmortemId] })
    }
  }
  return [...found.values()].filter(({ postmortemIds }) => postmortemIds.length >= WAIVERS_TO_RESURFACE)
}

/** Services are typed by hand. */
const sameService = (name: string) => name.trim().toLowerCase()
