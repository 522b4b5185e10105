import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareContent } from '../../shared/content/compareContent.ts'
import { copyContent, readContentCopy } from '../../shared/content/contentCopy.ts'
import type { EditOrigin } from '../../shared/content/contentDoc.ts'
import {
  addMetricSeries,
  flatPoints,
  type MetricSeries,
  readMetricSeries,
  removeMetricSeries,
} from '../../shared/content/metricSeries.ts'
import { restoreContent } from '../../shared/content/restoreContent.ts'
import { parseMetricSeries } from '../../shared/evidence/metricSeries.ts'
import type { MetricSeriesId } from '../../shared/ids.ts'
import { metricInWords } from '../../shared/timeline/metricInWords.ts'
import { thinPoints } from '../../shared/timeline/thinPoints.ts'

const origin: EditOrigin = { by: 'person', personId: 'p' }
const at = (clock: string) => Date.parse(`2026-03-10T${clock}:00Z`)

function read(text: string, zone: string | null = null) {
  const parsed = parseMetricSeries(text, { name: 'upload', zone })
  if (!parsed.ok) return parsed.problem
  return {
    series: parsed.value.series.map(({ name, unit, points }) => [
      name,
      unit,
      ...points.map((point) => [new Date(point.at).toISOString().slice(11, 16), point.value]),
    ]),
    problems: parsed.value.problems,
  }
}

describe('a table', () => {
  test('has a column of times and a line for each column of numbers, with its unit', () => {
    const text =
      'region,Time,p95 (ms),errors\neu,2026-03-10T14:00:00Z,"1,200.5",1 %\neu,2026-03-10T14:01:00Z,900,\n'
    expect(read(text)).toEqual({
      series: [
        ['p95', 'ms', ['14:00', 1200.5], ['14:01', 900]],
        ['errors', '%', ['14:00', 1]],
      ],
      problems: [],
    })
  })

  test('names the line of a time and of a number that cannot be read, and reads the others', () => {
    const text = 'time;value\n1773151200;5\nsoon;6\n1773151260;many\n1773151320;null\n1773151380;8\n'
    expect(read(text)).toEqual({
      series: [['value', '', ['14:00', 5], ['14:03', 8]]],
      problems: [
        { line: 3, problem: 'has no time that can be read: “soon”' },
        { line: 4, problem: '“many” is no number' },
      ],
    })
  })

  test('of many rows says from time to time how many were read', () => {
    const rows = Array.from({ length: 12_000 }, (_, nth) => `${1_773_151_200 + nth},${nth}`)
    const heard: number[][] = []
    parseMetricSeries(`time,value\n${rows.join('\n')}\n`, {
      name: 'upload',
      zone: null,
      onProgress: (...told) => heard.push(told),
    })
    expect(heard).toEqual([
      [5_000, 12_000],
      [10_000, 12_000],
    ])
  })

  test('whose times have no zone is asked for it, and read in the one that is answered', () => {
    const text = 'time,value\n2026-03-10 14:00,5\n2026-03-10 14:01,6\n'
    expect(read(text)).toMatchObject({ reason: 'needsZone', line: 2 })
    expect(read(text, 'Europe/Paris')).toMatchObject({ series: [['value', '', ['13:00', 5], ['13:01', 6]]] })
  })

  test('is put into the order of time, and of two values at one time the later row stands', () => {
    const text = 'time,value\n2026-03-10T14:01:00Z,2\n2026-03-10T14:00:00Z,1\n2026-03-10T14:01:00Z,3\n'
    expect(read(text)).toMatchObject({ series: [['value', '', ['14:00', 1], ['14:01', 3]]] })
  })
})

describe('JSON', () => {
  const seconds = at('14:00') / 1000
  test.each([
    [
      'Prometheus',
      {
        data: {
          result: [
            {
              metric: { __name__: 'up', job: 'a' },
              values: [
                [seconds, '1.5'],
                [seconds + 60, 'NaN'],
              ],
            },
          ],
        },
      },
      ['up job=a', '', ['14:00', 1.5]],
    ],
    [
      'Graphite',
      [
        {
          target: 'a.b',
          datapoints: [
            [2, seconds],
            [null, seconds + 60],
          ],
        },
      ],
      ['a.b', '', ['14:00', 2]],
    ],
    [
      'Datadog',
      { series: [{ metric: 'system.load', scope: 'host:a', pointlist: [[at('14:00'), 3]] }] },
      ['system.load host:a', '', ['14:00', 3]],
    ],
    [
      'CloudWatch',
      { MetricDataResults: [{ Label: 'CPU', Timestamps: ['2026-03-10T14:00:00Z'], Values: [4] }] },
      ['CPU', '', ['14:00', 4]],
    ],
    ['a list of pairs', [[at('14:00'), 5]], ['upload', '', ['14:00', 5]]],
    [
      'a list of records',
      [{ time: '2026-03-10T14:00:00Z', value: 6, unit: 'ms' }],
      ['upload', 'ms', ['14:00', 6]],
    ],
  ])('of %s is read', (_, value, series) => {
    expect(read(JSON.stringify(value))).toEqual({ series: [series], problems: [] })
  })
})

test.each([
  ['', 'empty'],
  ['{"a": [1,\n2', 'broken'],
  ['{"a": 1}', 'noFormat'],
  ['just words', 'noFormat'],
  ['name,colour\nx,red\ny,blue\n', 'noTime'],
  ['time,colour\n2026-03-10T14:00:00Z,red\n', 'noValue'],
])('%j is refused by name: %s', (text, reason) => {
  expect(read(text)).toMatchObject({ reason })
})

test('no text whatever makes the reader throw, and what it reads is in order of time', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.integer().map(String),
    fc.constant('2026-03-10 14:00'),
  )
  const table = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(',')),
    { maxLength: 8 },
  )
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    table.map((rows) => `time,value\n${rows.join('\n')}`),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const parsed = parseMetricSeries(text, { name: 'x', zone: 'UTC' })
      if (!parsed.ok) expect(parsed.problem.sentence).not.toBe('')
      for (const { points } of parsed.ok ? parsed.value.series : []) {
        const times = points.map((point) => point.at)
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
      }
    }),
  )
})

test('thinned, a line keeps its ends, its lowest and its highest, in order, and no more than it may', () => {
  const steps = fc.array(fc.record({ ms: fc.integer({ min: 1, max: 50 }), value: fc.integer() }), {
    minLength: 1,
    maxLength: 300,
  })
  fc.assert(
    fc.property(steps, fc.integer({ min: 4, max: 60 }), (script, most) => {
      let now = 0
      const points = script.map(({ ms, value }) => {
        now += ms
        return { at: now, value }
      })
      const thinned = thinPoints(points, most)
      expect(thinned.length).toBeLessThanOrEqual(Math.max(most, 4))
      expect(thinned).toEqual(points.filter((point) => thinned.includes(point)))
      const values = (all: typeof points) => all.map(({ value }) => value)
      expect(Math.min(...values(thinned))).toBe(Math.min(...values(points)))
      expect(Math.max(...values(thinned))).toBe(Math.max(...values(points)))
      expect([thinned[0], thinned.at(-1)]).toEqual([points[0], points.at(-1)])
    }),
  )
})

const series = (points: [string, number][], fields: Partial<MetricSeries> = {}): MetricSeries => ({
  id: 'm1' as MetricSeriesId,
  name: 'p95',
  unit: 'ms',
  points: flatPoints(points.map(([clock, value]) => ({ at: at(clock), value }))),
  measured: points.length,
  fileName: 'p95.csv',
  by: null,
  createdAt: 0,
  ...fields,
})

test('its description tells nothing that was measured after the horizon', () => {
  const measured = series([
    ['14:00', 120],
    ['14:10', 300],
    ['14:40', 4200],
  ])
  expect(metricInWords(measured, null, 'UTC')).toBe(
    'p95, from 14:00 to 14:40. Lowest 120 ms at 14:00, highest 4,200 ms at 14:40. Last 4,200 ms.',
  )
  expect(metricInWords(measured, at('14:31'), 'UTC')).toBe(
    'p95, from 14:00 to 14:10. Lowest 120 ms at 14:00, highest 300 ms at 14:10. At the horizon 300 ms.',
  )
  expect(metricInWords(measured, at('13:00'), 'UTC')).toBe('p95: nothing was measured yet.')
})

describe('in the document', () => {
  test('a series of a stranger that is no line is left out, and hides no other', () => {
    const doc = new Y.Doc()
    addMetricSeries(doc, series([['14:00', 1]]), origin)
    const broken = [
      [],
      [1],
      [2, 1, 1, 1],
      [Number.NaN, 1],
      [1, 1e300],
      Array.from({ length: 4_002 }, () => 1),
    ]
    broken.forEach((points, nth) => {
      addMetricSeries(doc, series([], { id: `b${nth}` as MetricSeriesId, points }), origin)
    })
    expect(readMetricSeries(doc).map(({ id }) => id)).toEqual(['m1'])
  })

  test('it comes back with a checkpoint, and a copy from before there were any holds none', () => {
    const doc = new Y.Doc()
    addMetricSeries(doc, series([['14:00', 1]]), origin)
    const kept = readContentCopy(JSON.parse(JSON.stringify(copyContent(doc))))
    if (!kept) throw new Error('does not read')
    removeMetricSeries(doc, 'm1' as MetricSeriesId, origin)
    expect(compareContent(kept, copyContent(doc))).toEqual([
      { place: 'metricSeries/m1', what: 'removed', fields: [] },
    ])
    restoreContent(doc, kept, origin)
    expect(readMetricSeries(doc)).toEqual([series([['14:00', 1]])])
    const { metricSeries: _, ...old } = kept
    expect(readContentCopy(old)).toMatchObject({ metricSeries: [], leftOut: [] })
  })
})
