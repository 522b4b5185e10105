import type { Incident } from '../content/incident.ts'
import type { Moment, TimelineEvent, TimelineStage } from '../content/timeline.ts'
import type { TimelineEventId } from '../ids.ts'
import { timeBeside } from '../time/momentInWords.ts'
import { isSurelyBefore } from './momentSpan.ts'
import type { TimelineFinding } from './timelineFinding.ts'

type Told = { moment: Moment; eventId: TimelineEventId | null }

/**
 * Only what cannot have been, however the times are read. Recovery before mitigation or even before the beginning,
 * mitigation before declaration, detection before anyone was affected: all of these are on real timelines.
 */
export function impossibleOrder(incident: Incident, timeline: readonly TimelineEvent[]): TimelineFinding[] {
  const { times, zone } = incident
  const found: TimelineFinding[] = []
  const flag = (earlier: Told, later: Told, sentenceOf: (earlier: string, later: string) => string) => {
    if (!isSurelyBefore(earlier.moment, later.moment)) return
    const beside = (at: number) => timeBeside(at, earlier.moment.at, zone)
    found.push({
      kind: 'order',
      sentence: sentenceOf(beside(earlier.moment.at), beside(later.moment.at)),
      eventIds: [earlier, later].flatMap(({ eventId }) => eventId ?? []),
    })
  }
  const started = stated(times.started)
  const mitigated = stated(times.mitigated)
  if (mitigated && started)
    flag(mitigated, started, (was, began) => `It was mitigated at ${was}, before it began at ${began}.`)
  const resolved = latest([stated(times.resolved), ...ofStage(timeline, 'resolution')])
  if (resolved && started)
    flag(resolved, started, (was, began) => `It was resolved at ${was}, before it began at ${began}.`)
  const detected = earliest([stated(times.detected), ...ofStage(timeline, 'detection')])
  const declared = earliest([stated(times.declared), ...ofStage(timeline, 'declaration')])
  if (detected && declared)
    flag(
      declared,
      detected,
      (was, knew) =>
        `It was declared at ${was}, before anybody knew of it at ${knew}. Something was seen earlier.`,
    )
  return [...found, ...timeline.flatMap((event) => seenBeforeItHappened(event, zone))]
}

function seenBeforeItHappened({ id, occurred, firstSeenAt }: TimelineEvent, zone: string): TimelineFinding[] {
  if (firstSeenAt === null || !isSurelyBefore({ at: firstSeenAt, precision: 'minute' }, occurred)) return []
  const [seen, was] = [firstSeenAt, occurred.at].map((at) => timeBeside(at, occurred.at, zone))
  return [
    { kind: 'order', sentence: `This was seen at ${seen}, before it happened at ${was}.`, eventIds: [id] },
  ]
}

const stated = (moment: Moment | null): Told | null => moment && { moment, eventId: null }

const ofStage = (timeline: readonly TimelineEvent[], wanted: TimelineStage): Told[] =>
  timeline.flatMap(({ id, stage, occurred }) => (stage === wanted ? { moment: occurred, eventId: id } : []))

/** Where only the order of one is known, nobody can say which is the first or the last. */
function inTime(told: readonly (Told | null)[]): Told[] {
  const all = told.filter((one) => one !== null)
  if (all.some(({ moment }) => moment.precision === 'order')) return []
  return all.sort((a, b) => a.moment.at - b.moment.at)
}
const earliest = (told: readonly (Told | null)[]): Told | null => inTime(told)[0] ?? null
const latest = (told: readonly (Told | null)[]): Told | null => inTime(told).at(-1) ?? null
