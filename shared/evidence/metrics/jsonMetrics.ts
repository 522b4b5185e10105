import * as z from 'zod/mini'
import { ok, type Result } from '../../result.ts'
import {
  type FoundSeries,
  type MetricProblem,
  type MetricRead,
  type MetricReading,
  type MetricRefusal,
  metricRefusal,
  TOLD_EVERY,
} from './metricRead.ts'
import { metricTime } from './metricTime.ts'
import { isGap, metricValue } from './metricValue.ts'

/** A line before its times and values are read. */
type RawSeries = { name: string; unit: string; pairs: { at: unknown; value: unknown; nth: number }[] }

const pair = z.tuple([z.unknown(), z.unknown()])
const pairsOf = (list: readonly (readonly [unknown, unknown])[], isValueFirst = false) =>
  list.map(([a, b], nth) => ({ ...(isValueFirst ? { at: b, value: a } : { at: a, value: b }), nth }))

/** `GET /api/v1/query_range`. */
const prometheus = z.object({
  data: z.object({
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), values: z.array(pair) })),
  }),
})
const graphite = z.array(z.object({ target: z.string(), datapoints: z.array(pair) })).check(z.minLength(1))
const datadog = z.object({
  series: z.array(z.object({ metric: z.string(), scope: z.optional(z.string()), pointlist: z.array(pair) })),
})
const cloudWatch = z.object({
  MetricDataResults: z.array(
    z.object({
      Label: z.optional(z.string()),
      Id: z.optional(z.string()),
      Timestamps: z.array(z.unknown()),
      Values: z.array(z.unknown()),
    }),
  ),
})
const plainPairs = z.array(pair).check(z.minLength(1))
const records = z.array(z.record(z.string(), z.unknown())).check(z.minLength(1))

const timeKeys = ['time', 'timestamp', 'ts', 't', 'at', 'date', 'datetime', '@timestamp', 'Timestamp']
const unitKeys = ['unit', 'Unit']

export function jsonMetrics(
  value: unknown,
  { name, zone, onProgress }: MetricReading,
): Result<MetricRead, MetricRefusal> {
  const raw = rawSeries(value, name)
  if (raw === null)
    return metricRefusal(
      'noFormat',
      'This JSON is no metric Candor knows: Prometheus, Graphite, Datadog, CloudWatch, or a list of times and values.',
    )
  const problems: MetricProblem[] = []
  const series: FoundSeries[] = []
  const total = raw.reduce((sum, { pairs }) => sum + pairs.length, 0)
  let done = 0
  for (const { pairs, ...named } of raw) {
    const found: FoundSeries = { ...named, points: [] }
    for (const { at: written, value, nth } of pairs) {
      done++
      if (done % TOLD_EVERY === 0) onProgress?.(done, total)
      if (isGap(value)) continue
      const at = metricTime(written, zone)
      const read = metricValue(value)
      if (at === 'needsZone')
        return metricRefusal('needsZone', 'Its times have no zone. Say in which zone they were written.')
      if (at !== null && read) found.points.push({ at, value: read.value })
      else
        problems.push({
          line: null,
          problem: `Point ${nth + 1} of ${named.name} has no ${at === null ? 'time' : 'number'} that can be read`,
        })
    }
    series.push(found)
  }
  return ok({ series, problems: problems.slice(0, 200) })
}

function rawSeries(value: unknown, name: string): RawSeries[] | null {
  const fromPrometheus = prometheus.safeParse(value)
  if (fromPrometheus.success)
    return fromPrometheus.data.data.result.map(({ metric, values }) => ({
      name: labelled(metric) || name,
      unit: '',
      pairs: pairsOf(values),
    }))
  const fromGraphite = graphite.safeParse(value)
  if (fromGraphite.success)
    return fromGraphite.data.map(({ target, datapoints }) => ({
      name: target,
      unit: '',
      pairs: pairsOf(datapoints, true),
    }))
  const fromDatadog = datadog.safeParse(value)
  if (fromDatadog.success)
    return fromDatadog.data.series.map(({ metric, scope, pointlist }) => ({
      name: scope ? `${metric} ${scope}` : metric,
      unit: '',
      pairs: pairsOf(pointlist),
    }))
  const fromCloudWatch = cloudWatch.safeParse(value)
  if (fromCloudWatch.success)
    return fromCloudWatch.data.MetricDataResults.map(({ Label, Id, Timestamps, Values }) => ({
      name: Label ?? Id ?? name,
      unit: '',
      pairs: Timestamps.map((at, nth) => ({ at, value: Values[nth], nth })),
    }))
  const pairs = plainPairs.safeParse(value)
  if (pairs.success) return [{ name, unit: '', pairs: pairsOf(pairs.data) }]
  const list = records.safeParse(value)
  return list.success ? fromRecords(list.data, name) : null
}

/** `http_requests_total job=checkout`, as a legend has it. */
const labelled = ({ __name__: metric = '', ...labels }: Record<string, string>): string =>
  [metric, ...Object.entries(labels).map(([label, value]) => `${label}=${value}`)].filter(Boolean).join(' ')

function fromRecords(list: Record<string, unknown>[], name: string): RawSeries[] | null {
  const [first = {}] = list
  const timeKey = timeKeys.find((key) => Object.hasOwn(first, key))
  if (timeKey === undefined) return null
  const valueKeys = Object.keys(first).filter((key) => key !== timeKey && metricValue(first[key]) !== null)
  if (valueKeys.length === 0) return null
  const unit = unitKeys.map((key) => first[key]).find((written) => typeof written === 'string') ?? ''
  return valueKeys.map((key) => ({
    name: valueKeys.length === 1 && /^(value|v|y)$/i.test(key) ? name : key,
    unit: unit.slice(0, 40),
    pairs: list.map((record, nth) => ({ at: record[timeKey], value: record[key], nth })),
  }))
}
