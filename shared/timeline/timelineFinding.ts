import type { TimelineEventId } from '../ids.ts'

/** Something about the timeline worth a look. It blames nobody and blocks nothing. */
export type TimelineFinding = {
  kind: 'missing' | 'order' | 'gap' | 'future' | 'zone'
  sentence: string
  /** The events it is about, the one to look at first; none where something is missing. */
  eventIds: readonly TimelineEventId[]
}
