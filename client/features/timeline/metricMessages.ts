import type { MetricSeries } from '../../../shared/content/metricSeries.ts'
import type { MetricProblem, MetricRefusal } from '../../../shared/evidence/metrics/metricRead.ts'
import type { Result } from '../../../shared/result.ts'

/** A file that was chosen, or what was pasted, which has no name. */
export type GivenMetric = { name: string; content: File | string }

/** To the worker. Whoever asks again stops it first. */
export type MetricAsk = GivenMetric & { zone: string | null }

/** A line as much of it as would be kept: a file of a hundred thousand rows never comes to the page. */
export type FoundLine = Pick<MetricSeries, 'name' | 'unit' | 'points' | 'measured'>
export type FoundLines = { lines: FoundLine[]; problems: MetricProblem[] }

/** From the worker. */
export type MetricTold =
  | { told: 'progress'; done: number; of: number }
  | { told: 'read'; read: Result<FoundLines, MetricRefusal> }
  | { told: 'failed' }
