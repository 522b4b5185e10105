import type { MetricPoint } from '../content/metricSeries.ts'
import { ok, type Result } from '../result.ts'
import { brokenJsonLine } from './brokenJsonLine.ts'
import { jsonMetrics } from './metrics/jsonMetrics.ts'
import {
  type MetricRead,
  type MetricReading,
  type MetricRefusal,
  metricRefusal,
} from './metrics/metricRead.ts'
import { tableMetrics } from './metrics/tableMetrics.ts'

/** Largest file that is read, in characters. */
export const MOST_METRIC_CHARACTERS = 20_000_000

/** Reads a metric exported as CSV or JSON. */
export function parseMetricSeries(text: string, given: MetricReading): Result<MetricRead, MetricRefusal> {
  const body = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (body.trim() === '') return metricRefusal('empty', 'There is nothing in it.')
  if (body.length > MOST_METRIC_CHARACTERS)
    return metricRefusal('tooLong', 'This is longer than 20 million characters. Export a shorter time.')
  if (!/^\s*[[{]/.test(body)) return finished(tableMetrics(body, given))
  const json = parsed(body)
  if (json !== undefined) return finished(jsonMetrics(json, given))
  const line = brokenJsonLine(body)
  return metricRefusal('broken', `This is not JSON from line ${line ?? 1} on.`, line)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no JSON value is undefined
  }
}

function finished(read: Result<MetricRead, MetricRefusal>): Result<MetricRead, MetricRefusal> {
  if (!read.ok) return read
  const series = read.value.series.flatMap(({ points, ...found }) => {
    const inTime = onePerTime(points)
    return inTime.length === 0 ? [] : { ...found, points: inTime }
  })
  if (series.length === 0) {
    const [first] = read.value.problems
    return metricRefusal('noValue', 'No number with a time was found in it.', first?.line ?? null)
  }
  return ok({ ...read.value, series })
}

/** Of two values at one time the later one in the file stands. */
function onePerTime(points: readonly MetricPoint[]): MetricPoint[] {
  const valueByTime = new Map(points.map(({ at, value }) => [at, value]))
  return [...valueByTime].map(([at, value]) => ({ at, value })).sort((a, b) => a.at - b.at)
}
