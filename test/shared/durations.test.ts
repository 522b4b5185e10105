import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Incident } from '../../shared/content/incident.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import {
  emptyContext,
  type Moment,
  type TimelineEvent,
  type TimelineStage,
} from '../../shared/content/timeline.ts'
import { parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import { durations } from '../../shared/timeline/durations.ts'
import { asTimelineEvent } from './ids.ts'

const at = (minute: number, precision: Moment['precision'] = 'minute'): Moment => ({
  at: Date.UTC(2026, 2, 3, 14, minute),
  precision,
})
const incidentAt = (times: Partial<Incident['times']>): Incident => {
  const { incident } = emptyDraft('Checkout failed', 'SEV-1')
  return { ...incident, times: { ...incident.times, ...times } }
}
const told = (stage: TimelineStage | null, occurred: Moment): TimelineEvent => ({
  id: asTimelineEvent(`e${occurred.at}`),
  occurred,
  stage,
  firstSeenAt: null,
  kind: 'event',
  text: '',
  sourceUrl: null,
  by: null,
  createdAt: 0,
  ...emptyContext,
})

/** Minutes, or the reason why there are none. */
function durationOf(
  name: string,
  incident: Incident,
  timeline: TimelineEvent[] = [],
): number | string | undefined {
  const found = durations(incident, timeline).find((duration) => duration.name === name)
  return found && ('minutes' in found ? found.minutes : found.reason)
}

test('each duration counts from the start and says by which formula', () => {
  const incident = incidentAt({
    started: at(0),
    detected: at(3),
    declared: at(7),
    mitigated: at(40),
    resolved: at(58),
  })
  const timeline = [told('escalation', at(9)), told('communication', at(20)), told('communication', at(30))]
  expect(
    durations(incident, timeline).map((found) => [
      found.name,
      found.formula,
      'minutes' in found && found.minutes,
    ]),
  ).toEqual([
    ['Time to detect', 'detected − started', 3],
    ['Time to declare', 'declared − started', 7],
    ['Time to engage', 'engaged − started', 9],
    ['Time to mitigate', 'mitigated − started', 40],
    ['Time to resolve', 'resolved − started', 58],
    ['Time to first update', 'first update − started', 20],
  ])
})

test('each shows the two moments it was made of, and which of them the timeline supplied', () => {
  const [detect, , engage] = durations(incidentAt({ started: at(0), detected: at(3) }), [
    told('escalation', at(9)),
  ])
  expect(detect?.inputs).toEqual([
    { name: 'detected', moment: at(3), from: 'incident', eventId: null },
    { name: 'started', moment: at(0), from: 'incident', eventId: null },
  ])
  expect(engage?.inputs[0]).toEqual({
    name: 'engaged',
    moment: at(9),
    from: 'timeline',
    eventId: asTimelineEvent(`e${at(9).at}`),
  })
})

test.each([
  ['hour', 'the start is known to the hour only'],
  ['day', 'the start is known to the day only'],
  ['approx', 'the start is known only roughly'],
  ['order', 'the start is known only by its place in the order'],
] as const)('a start of precision %s makes no duration', (precision, reason) => {
  expect(durationOf('Time to detect', incidentAt({ started: at(0, precision), detected: at(3) }))).toBe(
    reason,
  )
})

test('an end that is not exact makes no duration either', () => {
  const incident = incidentAt({ started: at(0), detected: at(3, 'approx') })
  expect(durationOf('Time to detect', incident)).toBe('the detection is known only roughly')
})

test('what is not recorded is named', () => {
  expect(durationOf('Time to resolve', incidentAt({ started: at(0) }))).toBe('the resolution is not recorded')
  expect(durationOf('Time to resolve', incidentAt({ resolved: at(9) }))).toBe('the start is not recorded')
})

test('an end before the start is told, not subtracted', () => {
  const incident = incidentAt({ started: at(10), detected: at(3) })
  expect(durationOf('Time to detect', incident)).toBe('the detection is recorded before the start')
})

test('within one minute the duration is nothing, whatever the seconds say', () => {
  const incident = incidentAt({
    started: { at: Date.UTC(2026, 2, 3, 14, 0, 50), precision: 'minute' },
    detected: { at: Date.UTC(2026, 2, 3, 14, 0, 10), precision: 'minute' },
    resolved: { at: Date.UTC(2026, 2, 3, 14, 2, 10), precision: 'minute' },
  })
  expect(durationOf('Time to detect', incident)).toBe(0)
  expect(durationOf('Time to resolve', incident)).toBe(2)
})

describe('a moment the incident does not state', () => {
  test('is the first timeline event of the fitting stage, wherever it stands in the list', () => {
    const timeline = [told('detection', at(9)), told('detection', at(4)), told('change', at(1))]
    expect(durationOf('Time to detect', incidentAt({}), timeline)).toBe(3)
  })

  test('begins with a change or a signal, whichever came first', () => {
    const timeline = [told('signal', at(2)), told('change', at(5)), told('resolution', at(12))]
    expect(durationOf('Time to resolve', incidentAt({}), timeline)).toBe(10)
  })

  test('is not a later event because that one is known better', () => {
    const timeline = [told('detection', at(4, 'approx')), told('detection', at(9))]
    expect(durationOf('Time to detect', incidentAt({ started: at(0) }), timeline)).toBe(
      'the detection is known only roughly',
    )
  })

  test('is never a placeholder', () => {
    const timeline = [told('detection', at(4, 'order'))]
    expect(durationOf('Time to detect', incidentAt({ started: at(0) }), timeline)).toBe(
      'the detection is known only by its place in the order',
    )
  })

  test('does not come from an event without a stage', () => {
    expect(durationOf('Time to detect', incidentAt({ started: at(0) }), [told(null, at(4))])).toBe(
      'the detection is not recorded',
    )
  })
})

test('a stated moment stands, even where the timeline has a better known one', () => {
  const incident = incidentAt({ started: at(0), detected: at(0, 'hour') })
  expect(durationOf('Time to detect', incident, [told('detection', at(4))])).toBe(
    'the detection is known to the hour only',
  )
})

const folder = new URL('../evidence/incidents/', import.meta.url)
const derivedNames = {
  minutes_started_to_detected: 'Time to detect',
  minutes_started_to_declared: 'Time to declare',
  minutes_started_to_mitigated: 'Time to mitigate',
  minutes_started_to_resolved: 'Time to resolve',
  minutes_started_to_first_comms: 'Time to first update',
} as const

test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
  '%s: every length the file states is the one we compute',
  (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    const stated: Record<string, number | null> = JSON.parse(text).derived
    const parsed = parseIncidentFile(text)
    if (!parsed.ok) throw new Error('does not import')
    const { incident, timeline } = parsed.value
    const fields = { id: asTimelineEvent('e'), firstSeenAt: null, by: null, createdAt: 0, ...emptyContext }
    const events = timeline.map((event) => ({ ...event, ...fields }))
    for (const [field, ours] of Object.entries(derivedNames)) {
      if (stated[field] !== null)
        expect([field, durationOf(ours, incident, events)]).toEqual([field, stated[field]])
    }
  },
)
