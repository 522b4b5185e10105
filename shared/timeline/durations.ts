import type { Incident } from '../content/incident.ts'
import type { Moment, TimelineEvent, TimelineStage } from '../content/timeline.ts'
import type { TimelineEventId } from '../ids.ts'

/** One end of a duration: a moment of the incident, or the event of the timeline that had to supply it. */
export type DurationInput = {
  name: string
  moment: Moment | null
  from: 'incident' | 'timeline'
  eventId: TimelineEventId | null
}

/**
 * How long one part of the response took, or why nobody can say. Minutes are whole: no time is known closer. `inputs`
 * stand as in the formula: the end, then the start.
 */
export type Duration = { name: string; formula: string; inputs: [DurationInput, DurationInput] } & (
  | { minutes: number }
  | { reason: string }
)

type Part = DurationInput & { phrase: string }

/** Every duration counts from the start, since that is when it began for those affected. */
export function durations(incident: Incident, timeline: readonly TimelineEvent[]): Duration[] {
  const { times } = incident
  const part = partIn(timeline)
  const started = startedIn(incident, timeline)
  return [
    between('Time to detect', started, part('detected', 'the detection', times.detected, ['detection'])),
    between('Time to declare', started, part('declared', 'the declaration', times.declared, ['declaration'])),
    between('Time to engage', started, part('engaged', 'the first escalation', null, ['escalation'])),
    between(
      'Time to mitigate',
      started,
      part('mitigated', 'the mitigation', times.mitigated, ['mitigation']),
    ),
    between('Time to resolve', started, resolvedIn(incident, timeline)),
    between(
      'Time to first update',
      started,
      part('first update', 'the first update', null, ['communication']),
    ),
  ]
}

/** When it began and when it was over, by the same moments as the durations; null where that is not recorded. */
export const incidentEnds = (
  incident: Incident,
  timeline: readonly TimelineEvent[],
): { started: Moment | null; resolved: Moment | null } => ({
  started: startedIn(incident, timeline).moment,
  resolved: resolvedIn(incident, timeline).moment,
})

const startedIn = ({ times }: Incident, timeline: readonly TimelineEvent[]): Part =>
  partIn(timeline)('started', 'the start', times.started, ['change', 'signal'])
const resolvedIn = ({ times }: Incident, timeline: readonly TimelineEvent[]): Part =>
  partIn(timeline)('resolved', 'the resolution', times.resolved, ['resolution'])

const partIn =
  (timeline: readonly TimelineEvent[]) =>
  (name: string, phrase: string, stated: Moment | null, stages: TimelineStage[]): Part => {
    if (stated) return { name, phrase, moment: stated, from: 'incident', eventId: null }
    const first = firstOf(timeline, stages)
    return { name, phrase, moment: first?.occurred ?? null, from: 'timeline', eventId: first?.id ?? null }
  }

/** The earliest event of these stages, as exact as it is known: a later one that is known better was not the first. */
function firstOf(timeline: readonly TimelineEvent[], stages: readonly TimelineStage[]): TimelineEvent | null {
  const fitting = timeline.filter(({ stage }) => stage !== null && stages.includes(stage))
  return fitting.reduce<TimelineEvent | null>(
    (first, event) => (first === null || event.occurred.at < first.occurred.at ? event : first),
    null,
  )
}

function between(name: string, start: Part, end: Part): Duration {
  const base = {
    name,
    formula: `${end.name} − ${start.name}`,
    inputs: [inputOf(end), inputOf(start)],
  } satisfies {
    name: string
    formula: string
    inputs: [DurationInput, DurationInput]
  }
  const reason = [start, end].map(whyUnusable).find((why) => why !== null)
  if (reason || !start.moment || !end.moment)
    return { ...base, reason: reason ?? `${end.phrase} is not recorded` }
  const minutes = wholeMinute(end.moment) - wholeMinute(start.moment)
  return minutes < 0
    ? { ...base, reason: `${end.phrase} is recorded before ${start.phrase}` }
    : { ...base, minutes }
}

const inputOf = ({ phrase: _, ...input }: Part): DurationInput => input

const wholeMinute = ({ at }: Moment): number => Math.floor(at / 60_000)

const howWellKnown = {
  hour: 'is known to the hour only',
  day: 'is known to the day only',
  approx: 'is known only roughly',
  order: 'is known only by its place in the order',
} as const

function whyUnusable({ moment, phrase }: Part): string | null {
  if (moment === null) return `${phrase} is not recorded`
  return moment.precision === 'minute' ? null : `${phrase} ${howWellKnown[moment.precision]}`
}
