import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Incident } from '../../shared/content/incident.ts'
import { emptyDraft } from '../../shared/content/postmortemDraft.ts'
import {
  emptyContext,
  type Moment,
  precisions,
  type TimelineEvent,
  type TimelineStage,
  timelineStages,
} from '../../shared/content/timeline.ts'
import { parseIncidentFile } from '../../shared/evidence/incidentFile.ts'
import { checkTimeline } from '../../shared/timeline/checkTimeline.ts'
import type { TimelineFinding } from '../../shared/timeline/timelineFinding.ts'
import { asTimelineEvent } from './ids.ts'

const START = Date.UTC(2026, 2, 3, 14)
const NOW = START + 30 * 86_400_000
const at = (minute: number, precision: Moment['precision'] = 'minute'): Moment => ({
  at: START + minute * 60_000,
  precision,
})
const { incident: empty } = emptyDraft('Checkout failed', 'SEV-1')
const incidentAt = (times: Partial<Incident['times']> = {}): Incident => ({
  ...empty,
  times: { ...empty.times, ...times },
})
let told = 0
const event = (
  stage: TimelineStage | null,
  occurred: Moment,
  fields: Partial<TimelineEvent> = {},
): TimelineEvent => ({
  id: asTimelineEvent(`e${++told}`),
  occurred,
  stage,
  firstSeenAt: null,
  kind: 'event',
  text: '',
  sourceUrl: null,
  by: null,
  createdAt: 0,
  ...emptyContext,
  ...fields,
})
const inOrder = (timeline: TimelineEvent[]) => timeline.toSorted((a, b) => a.occurred.at - b.occurred.at)
const check = (incident: Incident, timeline: TimelineEvent[], now = NOW) =>
  checkTimeline(incident, inOrder(timeline), now)
const ofKind = (kind: TimelineFinding['kind'], found: TimelineFinding[]) =>
  found.filter((finding) => finding.kind === kind).map(({ sentence }) => sentence)

describe('nothing legal is flagged', () => {
  const minutes = fc.integer({ min: 0, max: 600 })
  /** Whatever else comes in whatever order, somebody knows before it is declared, and it begins before it ends. */
  const legal = fc.record({
    detection: minutes,
    declaredAfter: minutes,
    ends: fc.record({ mitigated: minutes, resolved: minutes, recovered: minutes }),
    others: fc.array(
      fc.record({
        stage: fc.constantFrom(
          ...timelineStages.filter((stage) => !['declaration', 'detection'].includes(stage)),
          null,
        ),
        minute: fc.integer({ min: -600, max: 600 }),
        precision: fc.constantFrom(...precisions),
        seenAfter: fc.option(minutes),
      }),
    ),
    isStated: fc.boolean(),
  })

  test('no order that can have been, recovery before mitigation among them', () => {
    fc.assert(
      fc.property(legal, ({ detection, declaredAfter, ends, others, isStated }) => {
        const declared = detection + declaredAfter
        const incident = isStated
          ? incidentAt({
              started: at(0),
              detected: at(detection),
              declared: at(declared),
              mitigated: at(ends.mitigated),
              resolved: at(ends.resolved),
            })
          : incidentAt()
        const timeline = [
          event('detection', at(detection)),
          event('declaration', at(declared)),
          event('mitigation', at(ends.mitigated)),
          event('resolution', at(ends.resolved)),
          event('recovery', at(ends.recovered)),
          ...others.map(({ stage, minute, precision, seenAfter }) =>
            event(stage, at(minute, precision), {
              firstSeenAt: seenAfter === null ? null : START + (minute + seenAfter) * 60_000,
            }),
          ),
        ]
        const found = check(incident, timeline)
        expect(found.filter(({ kind }) => kind !== 'gap' && kind !== 'missing')).toEqual([])
      }),
    )
  })

  test('no timeline whose events stand within half an hour of each other has a gap', () => {
    const steps = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 30 }),
        stage: fc.constantFrom(...timelineStages, null),
      }),
    )
    fc.assert(
      fc.property(steps, (script) => {
        let minute = 0
        const timeline = script.map((step) => {
          minute += step.minutes
          return event(step.stage, at(minute))
        })
        expect(ofKind('gap', check(incidentAt(), timeline))).toEqual([])
      }),
    )
  })

  test('no stage is missing that an event or the incident gives a time', () => {
    const stages = ['signal', 'detection', 'declaration', 'mitigation', 'resolution'] as const
    const moments = ['started', 'detected', 'declared', 'mitigated', 'resolved'] as const
    fc.assert(
      fc.property(fc.tuple(...stages.map(() => fc.boolean())), (isOnTimeline) => {
        const times = Object.fromEntries(
          moments.flatMap((moment, index) => (isOnTimeline[index] ? [] : [[moment, at(index)]])),
        )
        const timeline = stages.flatMap((stage, index) =>
          isOnTimeline[index] ? event(stage, at(index)) : [],
        )
        const rest = [event('communication', at(8)), event('recovery', at(9))]
        expect(ofKind('missing', check(incidentAt(times), [...timeline, ...rest]))).toEqual([])
      }),
    )
  })

  test('a week of preparation before it and a week of work after it are no gaps', () => {
    const timeline = [
      event('change', at(-10_000)),
      event('signal', at(0)),
      event('resolution', at(20)),
      event('aftermath', at(10_000)),
    ]
    expect(ofKind('gap', check(incidentAt(), timeline))).toEqual([])
  })
})

describe('what cannot have been is told, with the events it concerns', () => {
  test('an end before the beginning', () => {
    const resolved = event('resolution', at(-5))
    const [found] = check(incidentAt({ started: at(0) }), [resolved])
    expect(found).toEqual({
      kind: 'order',
      sentence: 'It was resolved at 13:55, before it began at 14:00.',
      eventIds: [resolved.id],
    })
    expect(ofKind('order', check(incidentAt({ started: at(0), mitigated: at(-1) }), []))).toEqual([
      'It was mitigated at 13:59, before it began at 14:00.',
    ])
  })

  test('a declaration before anybody knew', () => {
    const [declared, detected] = [event('declaration', at(2)), event('detection', at(5))]
    const found = check(incidentAt(), [detected, declared]).filter(({ kind }) => kind === 'order')
    expect(found).toEqual([
      {
        kind: 'order',
        sentence: 'It was declared at 14:02, before anybody knew of it at 14:05. Something was seen earlier.',
        eventIds: [declared.id, detected.id],
      },
    ])
  })

  test('something seen before it happened', () => {
    const event1 = event(null, at(10), { firstSeenAt: at(4).at })
    expect(check(incidentAt(), [event1])[0]).toEqual({
      kind: 'order',
      sentence: 'This was seen at 14:04, before it happened at 14:10.',
      eventIds: [event1.id],
    })
  })

  test('but not where the times are too rough to say, or only the order is known', () => {
    for (const precision of ['approx', 'day', 'hour', 'order'] as const) {
      const timeline = [event('declaration', at(2, precision)), event('detection', at(5))]
      expect(ofKind('order', check(incidentAt(), timeline))).toEqual([])
    }
  })
})

test('a long silence during the response names its two ends', () => {
  const timeline = [event('signal', at(0)), event('diagnosis', at(10)), event('resolution', at(100))]
  expect(check(incidentAt(), timeline).find(({ kind }) => kind === 'gap')).toEqual({
    kind: 'gap',
    sentence: 'Nothing is told between 14:10 and 15:40, which is 1 h 30 min.',
    eventIds: [timeline[1]?.id, timeline[2]?.id],
  })
  const overnight = [event('signal', at(0)), event('diagnosis', at(10)), event('resolution', at(15 * 60))]
  expect(ofKind('gap', check(incidentAt(), overnight))).toEqual([
    'Nothing is told between 14:10 on 3 March 2026 and 05:00 on 4 March 2026, which is 14 h 50 min.',
  ])
  const filled = [...timeline, event(null, at(50, 'order'))]
  expect(ofKind('gap', check(incidentAt(), filled))).toEqual([])
})

test('a time that has not come yet is told of events, of when they were seen, and of the incident', () => {
  const now = START
  const timeline = [event(null, at(5)), event(null, at(-5), { firstSeenAt: at(9).at }), event(null, at(0))]
  expect(ofKind('future', check(incidentAt({ resolved: at(60) }), timeline, now))).toEqual([
    'That it was resolved has a time that has not come yet: 3 March 2026, 15:00.',
    'This is first seen at a time that has not come yet: 3 March 2026, 14:09.',
    'This has a time that has not come yet: 3 March 2026, 14:05.',
  ])
})

test('a zone nobody knows is told, and nothing is asked of an empty timeline', () => {
  expect(check({ ...incidentAt(), zone: 'Mars/Base' }, [])).toEqual([
    {
      kind: 'zone',
      sentence: 'The time zone “Mars/Base” is not known, so times are shown in UTC.',
      eventIds: [],
    },
  ])
  expect(check(incidentAt(), [])).toEqual([])
})

test('each stage every incident has is asked for once', () => {
  expect(ofKind('missing', check(incidentAt(), [event('change', at(0))]))).toHaveLength(7)
})

const folder = new URL('../evidence/incidents/', import.meta.url)
test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
  '%s: no order of a real incident is called impossible',
  (name) => {
    const parsed = parseIncidentFile(readFileSync(new URL(name, folder), 'utf8'))
    if (!parsed.ok) throw new Error('does not import')
    const { incident, timeline } = parsed.value
    const found = check(
      incident,
      timeline.map(({ stage, occurred }) => event(stage, occurred)),
    )
    expect(found.filter(({ kind }) => kind === 'order' || kind === 'future' || kind === 'zone')).toEqual([])
  },
)
