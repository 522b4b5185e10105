import type { Incident } from '../content/incident.ts'
import type { TimelineEvent } from '../content/timeline.ts'
import { lengthInWords } from '../time/lengthInWords.ts'
import { timeBeside } from '../time/momentInWords.ts'
import { momentSpan } from './momentSpan.ts'
import type { TimelineFinding } from './timelineFinding.ts'

/** A shorter silence is the pace of the work. */
const SHORTEST_MS = 30 * 60_000
/** And it has to be at least this part of the response, or a long incident would be all gaps. */
const SHORTEST_PART = 0.25

/** Long stretches of the response, from the first sign to the end of it, of which nothing is told. */
export function timelineGaps(incident: Incident, timeline: readonly TimelineEvent[]): TimelineFinding[] {
  const response = responseOf(incident, timeline)
  const exact = response.filter(({ occurred }) => occurred.precision === 'minute')
  const vague = response.filter(({ occurred }) => occurred.precision !== 'minute')
  const [first, last] = [exact[0], exact.at(-1)]
  if (!first || !last) return []
  const least = Math.max(SHORTEST_MS, (last.occurred.at - first.occurred.at) * SHORTEST_PART)
  return exact.slice(1).flatMap((after, index) => {
    const before = exact[index] as TimelineEvent // one shorter than `exact`
    const [from, to] = [before.occurred.at, after.occurred.at]
    if (to - from <= least || vague.some((event) => mayLieBetween(event, from, to))) return []
    const length = lengthInWords(Math.floor((to - from) / 60_000))
    // Each with its day where they are of two.
    const [began, ended] = [timeBeside(from, to, incident.zone), timeBeside(to, from, incident.zone)]
    const sentence = `Nothing is told between ${began} and ${ended}, which is ${length}.`
    return [{ kind: 'gap', sentence, eventIds: [before.id, after.id] }]
  })
}

/** What led up to it may lie weeks back and what was done about it weeks later, with nothing missing between. */
function responseOf({ times }: Incident, timeline: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const begins = times.started
    ? timeline.findIndex(({ occurred }) => occurred.at >= (times.started?.at ?? 0))
    : timeline.findIndex(({ stage }) => stage !== null && stage !== 'change')
  const lastEnd = timeline.findLastIndex(({ stage }) => stage === 'resolution' || stage === 'recovery')
  const after = times.resolved
    ? timeline.findIndex(({ occurred }) => occurred.at > (times.resolved?.at ?? 0))
    : timeline.findIndex(({ stage }) => stage === 'aftermath')
  const ends = lastEnd >= 0 ? lastEnd + 1 : after >= 0 ? after : timeline.length
  return timeline.slice(Math.max(begins, 0), ends)
}

/** Whether a less exact event may fill the silence. The placeholder of an order stands between its neighbours. */
function mayLieBetween({ occurred }: TimelineEvent, from: number, to: number): boolean {
  const span = momentSpan(occurred) ?? { from: occurred.at, to: occurred.at }
  return span.to >= from && span.from <= to
}
