import * as z from 'zod/mini'
import { type PersonId, type PostmortemId, personId } from '../../shared/ids.ts'
import { meetingSnapshot } from '../../shared/wire/meetingSnapshot.ts'
import { forget, keep, keptPrefixOf, keysBeginning, recall } from './keptValue.ts'

/** A meeting as this browser last saw it. */
const keptMeeting = z.object({
  snapshot: meetingSnapshot,
  /** Who was connected then. */
  here: z.array(personId),
  /** When that was, by this browser's clock, in ms. */
  heardAt: z.number(),
  /** How far the server's time was ahead of this machine's wall clock. */
  serverAheadMs: z.nullable(z.number()),
})
export type KeptMeeting = z.infer<typeof keptMeeting>

const prefixOf = (me: PersonId) => `${keptPrefixOf(me)}meeting.`
const keyOf = (me: PersonId, id: PostmortemId) => `${prefixOf(me)}${id}`

export const recallMeeting = (me: PersonId, id: PostmortemId): KeptMeeting | null =>
  recall(keyOf(me, id), keptMeeting)

export const forgetMeeting = (me: PersonId, id: PostmortemId): void => forget(keyOf(me, id))

/** Where there is no more room, the other meetings make some: this one is open. */
export function keepMeeting(me: PersonId, meeting: KeptMeeting): void {
  const key = keyOf(me, meeting.snapshot.postmortemId)
  if (keep(key, meeting)) return
  for (const other of keysBeginning(prefixOf(me))) if (other !== key) forget(other)
  keep(key, meeting)
}
