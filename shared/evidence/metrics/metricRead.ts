import type { MetricPoint } from '../../content/metricSeries.ts'
import { type Result, refuse } from '../../result.ts'

/** One line over time, as a file has it: in order of time, each time once. */
export type FoundSeries = { name: string; unit: string; points: MetricPoint[] }

/** A line of the file, counted from 1, and what about it was not read; null where it is about the whole. */
export type MetricProblem = { line: number | null; problem: string }

export type MetricRead = { series: FoundSeries[]; problems: MetricProblem[] }

/** Why nothing can be drawn. `needsZone`: the times stand there without a zone, and it was not said. */
export type MetricRefusal = {
  reason: 'empty' | 'tooLong' | 'broken' | 'noFormat' | 'noTime' | 'noValue' | 'needsZone'
  sentence: string
  line: number | null
}

export const metricRefusal = (
  reason: MetricRefusal['reason'],
  sentence: string,
  line: number | null = null,
): Result<never, MetricRefusal> => refuse({ reason, sentence, line })
